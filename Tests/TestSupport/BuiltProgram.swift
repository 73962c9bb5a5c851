import Foundation

/// The program itself as it was built, for what only a process shows.
public struct BuiltProgram {
  /// Where it is.
  public let path: String

  /// The program that stands beside the bundle of tests.
  ///
  /// - Throws: an error that names the place, if there is no program.
  public init() throws {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      let products = bundle.bundleURL.deletingLastPathComponent()
    #else
      let products = Bundle.main.bundleURL
    #endif
    path = products.appending(path: "longhand").path(percentEncoded: false)
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
  }

  /// There is no program where it should be.
  public struct Missing: Error, CustomStringConvertible {
    fileprivate let path: String
    /// The place, for a person.
    public var description: String { "there is no program at \(path)" }
  }
}
