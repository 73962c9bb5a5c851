/// What stands beside a run of marks, or beside a number.
enum Surroundings {
  case space
  case punctuation
  case other

  init(scalarBefore index: Int, in bytes: [UInt8]) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self = start < 0 ? .space : Surroundings(scalarAt: start, in: bytes)
  }

  init(scalarAt index: Int, in bytes: [UInt8]) {
    guard index < bytes.count else {
      self = .space
      return
    }
    let end = min(bytes.count, index + 4)
    guard let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first else {
      self = .space
      return
    }
    if scalar.properties.isWhitespace {
      self = .space
      return
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    default: self = .other
    }
  }
}
