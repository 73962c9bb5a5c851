extension String {
  /// The text as a cell of comma-separated values (RFC 4180), on one line, which no spreadsheet works out: a text that would begin as a
  /// formula does has a `'` before it. A plain number with a sign is left as it is.
  public var spreadsheetCell: String {
    var text = unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    if let first = text.first(where: { $0 != " " }), "=+-@−\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains(first),
      !text.isPlainNumber
    {
      text = "'" + text
    }
    let needsQuotes =
      text.contains { $0 == "," || $0 == "\"" || $0 == ";" } || text.hasPrefix(" ") || text.hasSuffix(" ")
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// Whether it is digits with at most a `-` before them, a point in them and an exponent behind them.
  private var isPlainNumber: Bool {
    utf8.allSatisfy { (0x30...0x39).contains($0) || "-.e+".utf8.contains($0) } && !hasPrefix("+")
      && Double(self) != nil
  }
}
