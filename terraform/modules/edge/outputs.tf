output "files" {
  description = "The configuration of the edge: content by path. Readable by the cache's user alone, as it holds keys."
  value       = merge(local.rendered, local.others[var.kind])
  sensitive   = true
}

output "packages" {
  description = "Debian packages that it takes."
  value = {
    nginx         = ["nginx", "libnginx-mod-http-js"]
    trafficserver = ["trafficserver", "trafficserver-experimental-plugins"]
  }[var.kind]
}
