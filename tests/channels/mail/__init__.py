"""Mail: sent to a real server on the loopback, answered over real HTTP."""
