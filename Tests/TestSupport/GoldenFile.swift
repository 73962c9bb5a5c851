import Foundation
import PlainText

/// A file that holds what a test is to give, beside the test that owns it.
///
/// `LONGHAND_RECORD=1 swift test` writes what the tests give; a test that records fails all the same, so that a
/// recording never passes unseen.
public struct GoldenFile {
  private let url: URL

  /// The file at `path`, relative to the folder of the test's source file.
  public init(_ path: String, beside source: StaticString = #filePath) {
    url = URL(filePath: "\(source)").deletingLastPathComponent().appending(path: path)
  }

  /// What the file holds.
  public func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// Holds `text` against the file, byte by byte.
  ///
  /// - Throws: a `Mismatch` that shows the difference line by line, or says that the file was recorded or is missing.
  public func expect(_ text: String) throws {
    let recorded = try? Data(contentsOf: url)
    if let recorded, recorded.elementsEqual(text.utf8) { return }
    if ProcessInfo.processInfo.environment["LONGHAND_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
      throw Mismatch(description: "recorded \(url.lastPathComponent); look at it, then run the tests again")
    }
    guard let recorded else {
      throw Mismatch(
        description: "there is no \(url.lastPathComponent); LONGHAND_RECORD=1 records it:\n\(text)")
    }
    let difference = LineDiff(from: String(decoding: recorded, as: UTF8.self), to: text)
    throw Mismatch(
      description: ([url.lastPathComponent + " differs:"] + difference.text()).joined(separator: "\n"))
  }

  /// What a golden file and a test's text disagree about.
  public struct Mismatch: Error, CustomStringConvertible {
    /// The difference, for a person.
    public let description: String
  }
}
