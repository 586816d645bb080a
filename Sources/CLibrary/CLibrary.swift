// The platform's C library under one name: nothing else imports it, and `Host` alone imports this. To pass it on takes `public`.
#if canImport(Darwin)
  @_exported public import Darwin
#elseif canImport(Musl)
  @_exported public import Musl
#else
  @_exported public import Glibc
#endif
