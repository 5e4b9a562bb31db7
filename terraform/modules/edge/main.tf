locals {
  folder = { nginx = "/etc/streamverse-edge", trafficserver = "/etc/trafficserver" }[var.kind]
  settings = {
    modules       = "/usr/lib/nginx/modules"
    user          = { nginx = "www-data", trafficserver = "trafficserver" }[var.kind]
    workers       = var.workers
    folder        = local.folder
    cache_folder  = var.cache_folder
    cache_bytes   = var.cache_bytes
    keys_memory   = "64m"
    memory_bytes  = var.memory_bytes
    origin        = var.origin
    origin_scheme = split("://", var.origin)[0]
    origin_host   = split("://", var.origin)[1]
    listen        = var.listen
    ports         = var.listen
    tls           = var.tls
    edge_key      = var.edge_key
  }
  templates = fileset("${path.module}/templates/${var.kind}", "*.tftpl")
  rendered = {
    for name in local.templates :
    "${local.folder}/${trimsuffix(name, ".tftpl")}" => templatefile("${path.module}/templates/${var.kind}/${name}", local.settings)
  }
  others = {
    nginx = {
      "${local.folder}/token.js"  = file("${path.module}/templates/nginx/token.js")
      "${local.folder}/keys.json" = var.keys
    }
    trafficserver = {
      "${local.folder}/uri_signing.json" = var.keys
    }
  }
}
