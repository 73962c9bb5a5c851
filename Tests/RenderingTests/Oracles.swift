/// The columns of a line of the characters that these tests use, counted without the code under test: 2 for CJK and
/// emoji, 0 for combining marks, else 1.
func columns(_ line: some StringProtocol) -> Int {
  line.unicodeScalars.reduce(0) { columns, scalar in
    switch scalar.value {
    case 0x300...0x36F: columns
    case 0x3040...0x9FFF, 0x1F300...0x1FAFF: columns + 2
    default: columns + 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal takes the character as a command, or as one to turn or break the line.
  var isCommand: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// The numbers that can be read on a line, without their signs.
func numbers(on line: some StringProtocol) -> [String] {
  var numbers: [String] = []
  var isOpen = false
  for character in line {
    let last = numbers.last?.last
    let isSign = last == "e" && (character == "-" || character == "+")
    if ("0"..."9").contains(character) || (isOpen && (character == "." || character == "e" || isSign)) {
      if !isOpen { numbers.append("") }
      numbers[numbers.count - 1].append(character)
      isOpen = true
    } else {
      isOpen = false
    }
  }
  // What ends a sentence is no part of its last number.
  return numbers.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
}
