public import Foundation

/// A folder of the package, for tests that read its lessons, transcripts and fixtures.
///
/// What is not there is an error and no empty list: a test over no files would hold whatever the program does.
public struct PackageFolder: Sendable {
  private let url: URL

  /// The folder at `path` below the root of the package.
  public init(_ path: String = "") {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    url = path.isEmpty ? root : root.appending(path: path)
  }

  /// Where the folder is.
  public var path: String { url.path(percentEncoded: false) }

  /// Where the file called `name` is, or would be.
  public func file(_ name: String) -> URL { url.appending(path: name) }

  /// The names of the files that end so, in alphabetical order; at least one.
  ///
  /// - Throws: an error that names the folder, if it cannot be read or has no such file.
  public func names(ending suffix: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(suffix) }
    guard !names.isEmpty else { throw NothingFound(description: "no file in \(path) ends in \(suffix)") }
    return names.sorted()
  }

  /// The paths of all files below the folder, from it on, in alphabetical order; at least one.
  public func paths() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: path)
    guard !paths.isEmpty else { throw NothingFound(description: "there is no file in \(path)") }
    return paths.sorted()
  }

  /// The text of the file called `name`.
  public func text(of name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  /// There is no file where there should be some.
  public struct NothingFound: Error, CustomStringConvertible {
    /// Where, for a person.
    public let description: String
  }
}
