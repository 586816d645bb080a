import Bytes
import Testing

@testable import Patching

@Suite struct ModuleConstraintTests {
  @Test(arguments: [
    (">=v1", "v1.0.0", true), ("<v2", "v2.0.0", false), ("<v2", "v1.9.9", true),
    (">=v1.1.5 <v2.0.0", "v1.1.5", true), (">=v1.1.5 <v2.0.0", "v1.1.4", false), (">=v1.1.5 <v2.0.0", "v1.10.0", true),
    (">v1.1.5", "v1.1.5", false), ("<=v1.1.5", "v1.1.5", true), ("=v1.1.5", "v1.1.5+incompatible", true),
    (">=v1.1.5", "v1.1.5-0.20230101000000-0123456789ab", false),
    (">v1.99999999999999999999", "v1.100000000000000000000", true), ("=v1.007", "v1.7.0", true),
    ("<v1.0.0-99999999999999999999", "v1.0.0-9", true), ("<v1.0.0-a", "v1.0.0-99999999999999999999", true),
  ])
  func admits(bounds: String, version: String, admitted: Bool) throws {
    let constraint = try #require(ModuleConstraint(ByteString(bounds)))
    let version = try #require(SemanticVersion(ByteString(version)))
    #expect(constraint.admits(version) == admitted)
  }

  @Test(arguments: ["", "v1", "1.2", ">=1.2", ">= v1", "=>v1", ">=v1.2.3.4", ">=v1.x", "~v1", ">=v", ">=v1..2"])
  func noBounds(text: String) {
    #expect(ModuleConstraint(ByteString(text)) == nil)
  }

  /// semver.org, section 11.
  @Test func precedence() throws {
    let versions = try [
      "v1.0.0-alpha", "v1.0.0-alpha.1", "v1.0.0-alpha.beta", "v1.0.0-beta", "v1.0.0-beta.2", "v1.0.0-beta.11",
      "v1.0.0-rc.1", "v1.0.0", "v1.0.1", "v1.2.0", "v1.10.0", "v2.0.0",
    ].map { try #require(SemanticVersion(ByteString($0))) }
    for (left, right) in zip(versions, versions.dropFirst()) {
      #expect(left < right)
      #expect(!(right < left))
    }
  }
}
