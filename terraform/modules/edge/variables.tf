variable "kind" {
  description = "The cache: nginx (1.22 with njs) or trafficserver (9.2 with uri_signing), as Debian 12 packages them."
  type        = string
  validation {
    condition     = contains(["nginx", "trafficserver"], var.kind)
    error_message = "An edge is nginx or trafficserver."
  }
}

variable "origin" {
  description = "Where the servers of StreamVerse answer: https://origin.example, without a slash at the end."
  type        = string
  validation {
    condition     = can(regex("^https?://[^/]+$", var.origin))
    error_message = "An origin is a scheme and a host, nothing more."
  }
}

variable "edge_key" {
  description = "What edges show the origin: delivery.edge-key of the servers."
  type        = string
  sensitive   = true
}

variable "keys" {
  description = "What GET /internal/delivery/keys of the origin answers: the keys that tokens are checked with."
  type        = string
  sensitive   = true
}

variable "listen" {
  description = "Address and port: 443 ssl for nginx, 443:ssl for trafficserver."
  type        = string
}

variable "tls" {
  description = "nginx: the directives that name certificate and key. trafficserver takes them from ssl_multicert.config."
  type        = string
}

variable "cache_folder" {
  description = "Folder of the cache, on the fastest disk there is."
  type        = string
}

variable "cache_bytes" {
  description = "How much of it: 500g for nginx, 500G for trafficserver."
  type        = string
}

variable "memory_bytes" {
  description = "trafficserver: bytes of memory for what is asked for most."
  type        = number
  default     = 1073741824
}

variable "workers" {
  description = "nginx: worker processes, or auto."
  type        = string
  default     = "auto"
}
