import Diagnostics

/// What to say of a field that is wrong.
extension DataCellReader {
  /// What is wrong with how a `kind` of text is quoted.
  func mistake(inQuotesOf field: DataCellField, _ kind: String) -> Diagnostic? {
    switch field.fault {
    case nil: nil
    case .lineBreak: Diagnostic("a \(kind) has no line break in it", at: field.range)
    case .unclosed: Diagnostic("this `\"` is never closed", at: field.range)
    case .textBehind(let range):
      Diagnostic("a comma is missing behind \(file[field.range].quoted)", at: range)
    }
  }

  /// Whether a field looks like several ones with something else than commas between them.
  func isSeparatedOtherwise(_ field: DataCellField) -> Bool {
    let parts = file[field.text].unicodeScalars.split(maxSplits: 1) { $0.isBlank || $0 == ";" || $0 == "|" }
    return parts.count > 1
  }

  /// The tokens of a field's text; none of one that is so long that nobody meant it.
  private func tokens(of field: DataCellField) -> [Token] {
    let isAbsurd = field.text.upperBound - field.text.lowerBound > 1000
    return isAbsurd ? [] : Lexer(file, field.text).tokens()
  }

  // MARK: Names

  /// What is wrong with a field of the header, other than that another one has its name.
  func mistake(inName field: DataCellField) -> Diagnostic? {
    if let mistake = mistake(inQuotesOf: field, "name") { return mistake }
    if field.isEmpty {
      return Diagnostic(
        "the name of a column is missing", at: field.range,
        hint: fields.count > 1 && !field.isQuoted && fields.last?.range == field.range
          ? "leave out the comma at the end of this line, and of the rows"
          : "a header is written `x1, x2, t`")
    }
    if field.text.upperBound - field.text.lowerBound > Lexer.longestName {
      return Diagnostic(
        "a name of more than \(Lexer.longestName) bytes is too long for a column", at: field.text)
    }
    let tokens = tokens(of: field)
    let written = file[field.text].quoted
    if let token = tokens.first, token.range == field.text {
      switch token.kind {
      case .name: return nil
      case .reserved: return Diagnostic("\(written) is a reserved word and cannot be a name", at: field.text)
      case .number: return Diagnostic("a name belongs here, not the number \(written)", at: field.text)
      case .fault(let fault) where fault == .character || fault == .leadingUnderscore:
        return fault.diagnostic(text: file[token.range], at: token.range)
      default: break
      }
    }
    let isSeparated = fields.count == 1 && isSeparatedOtherwise(field)
    return Diagnostic(
      "\(written) is no name", at: field.text,
      hint: isSeparated
        ? .commasBetweenFields(not: file[field.text])
        : "a name begins with a letter and has nothing but letters, digits and `_`")
  }

  /// A column has the name of another one.
  func secondColumn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("two columns have the name \(name.quoted)", at: range)
  }

  // MARK: Numbers

  /// What is wrong with a field that is to hold a number.
  func mistake(inNumber field: DataCellField) -> Diagnostic? {
    if let mistake = mistake(inQuotesOf: field, "number") { return mistake }
    if field.isEmpty { return Diagnostic("a number is missing", at: field.range, hint: .incompleteRow) }
    if let digits = digits(in: field.text) {
      do {
        _ = try checkedNumber(at: digits)
        return nil
      } catch {
        return error
      }
    }
    let tokens = tokens(of: field)
    let unsigned = tokens.drop { $0.kind == .symbol(.minus) || $0.kind == .symbol(.plus) }
    if unsigned.count == 1, tokens.count <= 2, let token = unsigned.first,
      case .fault(let fault) = token.kind,
      fault.isOfNumber
    {
      return fault.diagnostic(text: file[token.range], at: token.range)
    }
    return Diagnostic(
      "\(file[field.text].quoted) is no number", at: field.text, hint: hint(for: field, unsigned))
  }

  /// Whether a field that is no number is neither left empty nor meant as one.
  func isText(_ field: DataCellField) -> Bool {
    let written = file[field.text]
    let isAbsence = written.utf8.count <= 20 && Self.marksOfAbsence.contains(written.lowercased())
    guard !field.isEmpty, !isAbsence else { return false }
    return tokens(of: field).first?.kind == .name || written.utf8.count > 1000
  }

  private func hint(for field: DataCellField, _ tokens: ArraySlice<Token>) -> String? {
    let written = file[field.text]
    if written.utf8.count <= 20, Self.marksOfAbsence.contains(written.lowercased()) { return .incompleteRow }
    if isSeparatedOtherwise(field), tokens.count(where: { $0.kind == .number }) > 1 {
      return .commasBetweenFields(not: written)
    }
    if hasDecimalComma(written) { return .decimalComma }
    switch tokens.first?.kind {
    case .name: return "a class is written as a number, such as 0 or 1"
    case .number, .reserved(.pi): return "write it in digits"
    default: return nil
    }
  }

  /// Whether two fields that follow one another are the halves of `0,5`: no blank stands between them.
  var hasDecimalComma: Bool {
    fields.indices.dropLast().contains { index in
      let (first, second) = (fields[index], fields[index + 1])
      return first.range.upperBound + 1 == second.range.lowerBound
        && isDigit(beforeEndOf: first.text, second.text)
        && hasDecimalComma("\(file[first.text]),\(file[second.text])")
    }
  }

  /// Whether the one text ends with a digit, and the other begins with one.
  private func isDigit(beforeEndOf text: SourceRange, _ next: SourceRange) -> Bool {
    guard !text.isEmpty, !next.isEmpty else { return false }
    let sides = (file.bytes[text.upperBound - 1], file.bytes[next.lowerBound])
    return Unicode.Scalar(sides.0).isASCIIDigit && Unicode.Scalar(sides.1).isASCIIDigit
  }

  private func hasDecimalComma(_ text: String) -> Bool {
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count == 2, let whole = halves.first, let fraction = halves.last else { return false }
    let digits = whole.drop { $0 == "-" || $0 == "−" || $0 == "+" }
    return !digits.isEmpty && !fraction.isEmpty
      && (digits + fraction).allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What tables have in the place of a number that is not known.
  private static var marksOfAbsence: [String] {
    [
      "nan", "na", "n/a", "null", "none", "nil", "?", "-", "−", "–", "—", ".", "inf", "-inf", "infinity",
      "-infinity",
    ]
  }
}

/// What is wrong with the fields of one column that hold texts.
struct TextsOfColumn {
  private var mistakes: [Diagnostic] = []
  private var count = 0
  private static let maxMistakes = 100

  /// Takes what is said of a field.
  mutating func add(_ mistake: Diagnostic) {
    count += 1
    if mistakes.count < Self.maxMistakes { mistakes.append(mistake) }
  }

  /// What is to be told of the column called `name`, of `rowCount` rows: of each text, or once that most are.
  func mistakes(in name: String, of rowCount: Int) -> [Diagnostic] {
    guard count > 1, 2 * count > rowCount, let first = mistakes.first else { return mistakes }
    return [
      Diagnostic(
        "the column \(name.quoted) holds text, and data is numbers", at: first.range,
        hint: "write each class as a number, such as 0 or 1, or leave the column out")
    ]
  }
}

extension String {
  /// The hint where a row lacks a number.
  fileprivate static var incompleteRow: String {
    "a row has a number in every column; leave out one that has not"
  }
}

extension LexicalFault {
  /// Whether it is a number that is written otherwise than calc does.
  fileprivate var isOfNumber: Bool {
    switch self {
    case .missingFractionDigits, .secondPoint, .groupedDigits, .otherBase: true
    case .character, .numberThenName, .longName, .leadingUnderscore, .dottedName, .subscriptInBraces,
      .smallSubscript, .command, .quotation, .sign:
      false
    }
  }
}
