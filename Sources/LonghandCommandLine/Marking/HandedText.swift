import Rendering

/// What stands in a file that somebody has handed in: names and what is written for each, and what cannot be read.
struct HandedText {
  /// A name and what is written behind it.
  struct Entry: Equatable {
    /// The name as it is written.
    let name: String
    /// What is written for it.
    let value: String
    /// The line of the file, from 1; `nil` where lines mean nothing.
    var line: Int?
  }

  /// The names, in the order of the file.
  private(set) var entries: [Entry] = []
  /// The lines that are no name with a number.
  private(set) var unread: [(line: Int, text: String)] = []

  /// Why a file is not marked.
  struct Fault: Error, Equatable {
    /// What is wrong, without a capital and a full stop.
    let message: String
  }

  /// No file has more bytes than that.
  static let maxBytes = 1_000_000
  /// No sheet has more numbers.
  static let maxEntries = 10_000

  /// The text of a file: JSON where it begins with a brace, names and numbers in columns where its lines have no `=`, and else lines
  /// such as `out_h1 = 0.60109`.
  init(_ bytes: [UInt8]) throws(Fault) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard !bytes.contains(0) else { throw Fault(message: "this is no text: it has bytes that are 0") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(message: "this is not UTF-8 text: save the file as UTF-8")
    }
    guard let first = text.first(where: { !$0.isWhitespace }) else {
      throw Fault(message: "there is nothing in it")
    }
    if first == "{" || first == "[" {
      try readJSON(Array(bytes))
    } else {
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if lines.contains(where: { $0.isAssignment }) || !lines.contains(where: { $0.separator != nil }) {
        try readLines(lines)
      } else {
        try readColumns(lines)
      }
    }
    guard !entries.isEmpty else {
      throw Fault(message: "there is no line with a name and a number in it, as `out_h1 = 0.601` is one")
    }
  }

  private mutating func add(_ name: some StringProtocol, _ value: some StringProtocol, line: Int? = nil)
    throws(Fault)
  {
    guard entries.count < Self.maxEntries else {
      throw Fault(message: "it has more than 10,000 numbers, which no sheet has")
    }
    entries.append(Entry(name: String(name.withoutBlanks), value: String(value.withoutBlanks), line: line))
  }

  // MARK: Lines

  private mutating func readLines(_ lines: [Substring]) throws(Fault) {
    var isBelowName = false
    for (index, line) in lines.enumerated() {
      let text = line.prefix { $0 != "#" }
      guard !text.allSatisfy(\.isWhitespace) else {
        isBelowName = false
        continue
      }
      // Of a working, `sum = 0.1 + 0.2 = 0.3`, the last number counts.
      let parts = text.split(omittingEmptySubsequences: false) { "=≈←:".contains($0) }
      if parts.count > 1, parts[0].allSatisfy(\.isWhitespace), isBelowName, let value = parts.last,
        let last = entries.popLast()
      {
        // A working goes on below the name to which it belongs.
        try add(last.name, value, line: last.line)
        continue
      }
      guard parts.count > 1, let name = parts.first, !name.allSatisfy(\.isWhitespace), let value = parts.last
      else {
        isBelowName = false
        unread.append((index + 1, String(line)))
        continue
      }
      isBelowName = true
      // What a spreadsheet would work out stands behind a second sign of equality.
      let isFormula =
        parts.count == 3 && parts[1].allSatisfy(\.isWhitespace) && !value.withoutBlanks.isNumberLike
      try add(name, isFormula ? "=" + value : value, line: index + 1)
    }
  }

  // MARK: Columns

  private mutating func readColumns(_ lines: [Substring]) throws(Fault) {
    let separator = lines.lazy.compactMap(\.separator).first ?? ","
    var (nameColumn, valueColumn) = (0, 1)
    var isFirst = true
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let fields = line.fields(separatedBy: separator)
      defer { isFirst = false }
      if isFirst, let name = fields.firstIndex(where: { ["name", "line"].contains($0.lowercased()) }),
        let value = fields.firstIndex(where: {
          ["value", "number", "answer", "result"].contains($0.lowercased())
        })
      {
        (nameColumn, valueColumn) = (name, value)
        continue
      }
      guard fields.count > max(nameColumn, valueColumn), !fields[nameColumn].isEmpty else {
        unread.append((index + 1, String(line)))
        continue
      }
      // A decimal comma makes two columns of one number.
      let isSplit =
        separator == "," && fields.count == valueColumn + 2 && fields[valueColumn].isWholeNumber
        && fields[valueColumn + 1].isWholeNumber
      let value = isSplit ? fields[valueColumn] + "," + fields[valueColumn + 1] : fields[valueColumn]
      try add(fields[nameColumn], value, line: index + 1)
    }
  }

  // MARK: JSON

  private mutating func readJSON(_ bytes: [UInt8]) throws(Fault) {
    let value: JSONValue
    do throws(JSONValue.Fault) {
      value = try JSONValue(reading: bytes)
    } catch {
      throw Fault(message: "line \(error.line): \(error.message)")
    }
    guard case .object(let members) = value else {
      throw Fault(
        message: "its JSON is a list, and an object of names is meant, as `{\"out_h1\": 0.601}` is one")
    }
    for member in members { try add(member.value, called: member.name) }
  }

  /// Numbers by their names; of lists each by its place from 1, as in `W[1,2]`.
  private mutating func add(_ value: JSONValue, called name: String) throws(Fault) {
    switch value {
    case .null: return
    case .number(let text), .string(let text): try add(name, text)
    case .bool(let isTrue): try add(name, isTrue ? "true" : "false")
    case .object(let members):
      for member in members { try add(member.value, called: name + "_" + member.name) }
    case .array(let values):
      for (index, value) in values.enumerated() {
        let place = "\(index + 1)"
        try add(
          value, called: name.hasSuffix("]") ? name.dropLast() + "," + place + "]" : name + "[" + place + "]")
      }
    }
  }
}

extension StringProtocol {
  /// The text without blanks and the marks of quotations at its ends.
  fileprivate var withoutBlanks: SubSequence {
    var text = self[...]
    while text.first.map({ $0.isWhitespace || $0 == "`" }) == true { text.removeFirst() }
    while text.last.map({ $0.isWhitespace || $0 == "`" }) == true { text.removeLast() }
    return text
  }

  fileprivate var isWholeNumber: Bool {
    !isEmpty && allSatisfy { $0.isASCII && $0.isNumber || $0 == "-" || $0 == "+" }
  }

  fileprivate var isNumberLike: Bool { first.map { $0.isNumber || "+-−.".contains($0) } ?? false }
}

extension Substring {
  /// Whether a name stands before a sign of equality.
  fileprivate var isAssignment: Bool {
    guard let sign = firstIndex(where: { "=≈←:".contains($0) }), sign > startIndex else { return false }
    return !self[..<sign].contains { ",;\t#".contains($0) }
  }

  /// What sets the columns of the line apart.
  fileprivate var separator: Character? {
    contains("\t") ? "\t" : contains(";") ? ";" : contains(",") ? "," : nil
  }

  /// What stands in its columns, without the quotation marks around it.
  fileprivate func fields(separatedBy separator: Character) -> [String] {
    var fields: [String] = [""]
    var isQuoted = false
    for character in self {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields.map { String($0.withoutBlanks) }
  }
}
