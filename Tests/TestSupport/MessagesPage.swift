import Foundation

/// A page of messages, to be read from its top to its bottom: texts that somebody types, and what is said to each.
///
/// The texts stand on the page itself, every line of them behind `>`; under them stands what is said, set in. A line that begins
/// with `#` is for who reads the page. Another text is written into the page, and recorded.
public struct MessagesPage {
  private let file: GoldenFile
  private let lines: [String]

  /// The page at `path`, relative to the folder of the test's source file.
  public init(_ path: String, beside source: StaticString = #filePath) throws {
    file = GoldenFile(path, beside: source)
    lines = try file.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Holds the page against what is said to its texts now.
  ///
  /// - Throws: what a golden file throws that differs.
  public func expect(_ said: (_ text: String) -> String) throws {
    try file.expect(page(said))
  }

  /// The texts of the page, in order.
  public var texts: [String] { blocks.compactMap { if case .text(let text) = $0 { text } else { nil } } }

  private enum Block {
    case heading(String)
    case text(String)
  }

  private var blocks: [Block] {
    var blocks: [Block] = []
    var text: [String] = []
    for line in lines + [""] {
      if line.hasPrefix(">") {
        text.append(String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1)))
        continue
      }
      if !text.isEmpty { blocks.append(.text(text.joined(separator: "\n"))) }
      text = []
      if line.hasPrefix("#") { blocks.append(.heading(line)) }
    }
    return blocks
  }

  private func page(_ said: (String) -> String) -> String {
    var page: [String] = []
    for block in blocks {
      switch block {
      case .heading(let line):
        if page.last?.hasPrefix("#") == true { page.append(line) } else { page += [""] + [line] }
      case .text(let text):
        let source = text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? ">" : "> \($0)" }
        // What is said is set in, as it may quote a line that begins like one of the page's own.
        page += [""] + source + said(text).split(separator: "\n").map { "  " + $0 }
      }
    }
    return page.dropFirst().joined(separator: "\n") + "\n"
  }
}
