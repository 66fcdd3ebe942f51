"""An offer for machines that read web pages: schema.org's vocabulary (JSON-LD 1.1)."""
