/// Keeps what a page knows out of plain sight of who reads its source: each printable ASCII character stands for another one.
///
/// Texts stay as long as they are, and are compressed as well. Three characters that JSON or HTML would have to escape are never
/// written; others, which are rare, give their places to them.
enum Veil {
  private static let shift = 47
  /// The characters that are written.
  private static let written = (0x20...0x7E).compactMap { Unicode.Scalar($0) }.filter {
    !#""\<"#.unicodeScalars.contains($0)
  }
  /// What gives its place up, to whom, and what stands for it.
  private static let rare: [(given: Unicode.Scalar, to: Unicode.Scalar, standIn: Unicode.Scalar)] = [
    ("|", "\"", "¡"), ("`", "\\", "¢"), ("~", "<", "£"),
  ]

  /// What stands for each character.
  static let characters: [Unicode.Scalar: Unicode.Scalar] = {
    var characters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (place, scalar) in written.enumerated() {
      let plain = rare.first { $0.given == scalar }?.to ?? scalar
      characters[plain] = written[(place + shift) % written.count]
    }
    for (given, _, standIn) in rare { characters[given] = standIn }
    return characters
  }()

  /// Whether a character stands for another one.
  static func isStandIn(_ scalar: Unicode.Scalar) -> Bool { rare.contains { $0.standIn == scalar } }
}

extension String {
  /// A text of JSON, out of plain sight.
  var veiled: String {
    var (veiled, scalars) = (String.UnicodeScalarView(), Substring(self).unicodeScalars)
    func put(_ scalar: Unicode.Scalar) { veiled.append(Veil.characters[scalar] ?? scalar) }
    while let scalar = scalars.popFirst() {
      if Veil.isStandIn(scalar) {
        "\\u00\(String(scalar.value, radix: 16))".unicodeScalars.forEach(put)
      } else if scalar == "\\", let next = scalars.popFirst() {
        // What JSON escapes for HTML alone need not be, behind the veil.
        let digits = next == "u" ? String(String.UnicodeScalarView(scalars.prefix(4))) : ""
        if ["0026", "003c", "003e"].contains(digits), let code = UInt32(digits, radix: 16),
          let plain = Unicode.Scalar(code)
        {
          scalars.removeFirst(4)
          put(plain)
        } else {
          put(scalar)
          put(next)
        }
      } else {
        put(scalar)
      }
    }
    return String(veiled)
  }
}
