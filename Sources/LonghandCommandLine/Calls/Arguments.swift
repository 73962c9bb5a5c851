import Diagnostics

/// What the program was asked for: a command, its operands, and its options, which may stand anywhere.
struct Arguments: Sendable {
  /// The command; `nil` when there is none among the arguments.
  private(set) var command: Command?
  /// What is neither an option nor the command, in order.
  private(set) var operands: [String] = []
  /// The options with their values, in order.
  private var given: [(option: Option, value: String)] = []

  /// Every option of any command, once.
  static let options: [Option] =
    Command.all.flatMap(\.options).reduce(into: [.help, .version]) { options, option in
      if !options.contains(option) { options.append(option) }
    }

  /// Reads the arguments behind the program's name.
  ///
  /// `--option=value` and `--option value` are the same; `--` ends the options; `-` is an operand.
  ///
  /// - Throws: a wrong usage; none where `--help` or `--version` is asked for, so that help is never refused.
  init(_ words: [String]) throws(Failure) {
    do throws(Failure) {
      try read(words)
    } catch {
      let options = words.prefix { $0 != "--" }
      guard let asked = [Option.help, .version].first(where: { options.contains(where: $0.isCalled) }) else {
        throw error
      }
      given = [(asked, "")]
    }
  }

  /// Whether nothing is asked for but how it should look, and of which course.
  var isEmpty: Bool {
    let looks: [Option] = [.width, .ascii, .color, .lessons, .plain]
    return command == nil && given.allSatisfy { looks.contains($0.option) }
  }

  /// The value of an option; of several the last one.
  func value(of option: Option) -> String? { given.last { $0.option == option }?.value }

  /// All values of an option, in order.
  func values(of option: Option) -> [String] { given.filter { $0.option == option }.map(\.value) }

  /// Whether the option is given.
  func has(_ option: Option) -> Bool { value(of: option) != nil }

  /// The value of an option as a whole number.
  func number(of option: Option, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = value(of: option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        "`\(option.name)` takes a whole number from \(range.lowerBound) to \(range.upperBound), not `\(text)`"
      )
    }
    return number
  }

  private mutating func read(_ words: [String]) throws(Failure) {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        for operand in words { try readOperand(operand) }
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try readOption(word, &words)
      } else {
        try readOperand(word)
      }
    }
    guard let command else { return }
    // Two commands may have an option of one name.
    given = given.map { option, value in
      (
        command.options.first {
          $0.name == option.name && ($0.placeholder == nil) == (option.placeholder == nil)
        } ?? option, value
      )
    }
    for (option, _) in given where option != .help && option != .version && !command.options.contains(option)
    {
      throw .usage(
        "`\(command.name)` has no option `\(option.name)`",
        hint: "`longhand help \(command.name)` shows those that it has")
    }
  }

  private mutating func readOperand(_ word: String) throws(Failure) {
    if command == nil {
      command = try Command.named(word)
    } else {
      operands.append(word)
    }
  }

  private mutating func readOption(_ word: String, _ words: inout ArraySlice<String>) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard let option = Arguments.options.first(where: { $0.isCalled(name) }) else {
      throw .unknown(
        "there is no option `\(name)`",
        nearest: nearest(to: name, among: (command?.options ?? Arguments.options).map(\.name)),
        otherwise: "`longhand help \(command?.name ?? "COMMAND")` shows the options")
    }
    switch (option.placeholder, parts.count > 1 ? parts[1] : nil) {
    case (nil, nil): given.append((option, ""))
    case (nil, .some): throw .usage("`\(name)` takes no value")
    case (.some, let value?): given.append((option, value))
    case (let placeholder?, nil):
      guard let value = words.first, !value.hasPrefix("--") else {
        throw .usage("`\(name)` needs a value", hint: "\(name) \(placeholder)")
      }
      words.removeFirst()
      given.append((option, value))
    }
  }
}
