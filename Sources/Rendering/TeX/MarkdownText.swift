internal import PlainText

/// Text for Markdown.
enum MarkdownText {
  /// The text so that a reader of Markdown shows it and does nothing else: on one line, with a backslash before whatever could
  /// begin emphasis, code, a link, a tag, an entity, a table's cell, a role of MyST or, at its beginning, a block.
  ///
  /// A dollar sign, before which GitHub overlooks the backslash, stands in an element of its own, as GitHub advises.
  ///
  /// - Parameter isFirst: Whether it may be the beginning of a block.
  static func escaped(_ text: String, isFirst: Bool = true) -> String {
    var result = ""
    var isAtStart = isFirst
    let scalars = text.harmlessLine.unicodeScalars
    for (index, scalar) in zip(scalars.indices, scalars) {
      if scalar == "$" {
        result += dollar
      } else if scalar == "\\", scalars[index...].dropFirst().starts(with: "begin".unicodeScalars) {
        // Notebooks take an environment of TeX for mathematics, wherever it stands.
        result += "<span>\\\\</span>"
      } else if signs.contains(scalar) || (isAtStart && blockSigns.contains(scalar)) {
        result += "\\" + String(scalar)
      } else if scalar == " ", isFirst, result.endsNumberOfList {
        // `1. ` would begin a list.
        result.insert("\\", at: result.index(before: result.endIndex))
        result += " "
      } else {
        result.unicodeScalars.append(scalar)
      }
      if scalar != " " { isAtStart = false }
    }
    if isFirst, result.endsNumberOfList { result.insert("\\", at: result.index(before: result.endIndex)) }
    return result
  }

  /// Code that is shown as it stands, between more backquotes than follow each other in it.
  ///
  /// - Parameter isInTable: Whether it stands in a cell of a table, where a bar would end the cell.
  static func code(_ code: String, isInTable: Bool = false) -> String {
    var text = code.harmlessLine
    if isInTable { text = text.replacing("|", with: "\\|") }
    guard text.contains(where: { $0 != " " }) else { return escaped(text) }
    let fence = String(repeating: "`", count: text.longestRun(of: "`") + 1)
    let needsSpace =
      text.hasPrefix("`") || text.hasSuffix("`") || (text.hasPrefix(" ") && text.hasSuffix(" "))
    return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Lines that are shown as they stand, between fences longer than any run of backquotes in them.
  static func fenced(_ lines: [String], language: String = "text") -> [String] {
    let lines = lines.map(\.harmlessLine)
    let longest = lines.map { $0.longestRun(of: "`") }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + language] + lines + [fence]
  }

  /// Letters and signs that stand for themselves in a name or in `\text{…}` of MathJax and KaTeX; the others become squares.
  static func inMathematics(_ text: String) -> String {
    text.harmlessLine.reduce(into: "") { result, character in
      let isPlain = character.isASCII ? isPlainInMathematics(character) : true
      result += isPlain ? String(character) : "□"
    }
  }

  /// Whether all of a text stands for itself in `\text{…}`: signs that are no ASCII do not, since KaTeX lacks some.
  static func isPlainInMathematics(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII ? isPlainInMathematics($0) : $0.isLetter }
  }

  private static func isPlainInMathematics(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || " .,:;()+-=/?!'".contains(character)
  }

  /// Signs with which a block may begin.
  private static let blockSigns: Set<Unicode.Scalar> = ["-", "+", "=", ":", "%", "(", "!"]
  private static let dollar = "<span>\\$</span>"
  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "&", "~", "|", "^", "@", "#",
  ]
}

extension String {
  /// Whether all of it is a number that would begin a list: `1.` or `1)`.
  fileprivate var endsNumberOfList: Bool {
    guard let last, last == "." || last == ")", utf8.count > 1 else { return false }
    return utf8.dropLast().allSatisfy(\.isDigit)
  }

  /// How many of that character follow each other at most.
  fileprivate func longestRun(of character: Character) -> Int {
    var longest = 0
    var run = 0
    for other in self {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
