import LessonRuntime

/// What a call asks for in the place of what a lesson says: other numbers, a variant, other rows, other digits.
struct LessonOptions {
  private let call: CommandCall
  private let decimals: Int?
  private let variant: Variant?
  private let settings: Settings
  private let dataFiles: DataFiles

  /// The options that ask for them.
  static let all: [Option] = [.set, .variant, .data, .decimals]

  /// Reads the options of a call.
  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    decimals = try call.arguments.number(of: .decimals, in: 0...12)
    variant = try call.arguments.value(of: .variant).map { text throws(Failure) in try Variant(text) }
    settings = try Settings(call.arguments.values(of: .set))
    dataFiles = try DataFiles(call.arguments.values(of: .data))
  }

  /// The options of a lesson's run, once it is sure that the lesson has all that they name.
  func options(for lesson: Lesson, called name: String) throws(Failure) -> RunOptions {
    var options = RunOptions()
    options.decimals = decimals
    if let variant {
      options.variant = variant.name
      options.settings = try variant.numbers(for: lesson, called: name, call)
    }
    // Of two numbers for a name the last one holds.
    options.settings += try settings.settings(for: lesson, called: name)
    options.data = try dataFiles.rows(for: lesson, called: name, call)
    return options
  }
}
