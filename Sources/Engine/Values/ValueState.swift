import Algebra
import Autograd
import LessonProgram

extension Environment {
  /// A value as it was at a moment.
  struct ValueState {
    /// Its name.
    let name: Name
    /// Its number.
    let value: Double
    /// Whether no arithmetic has led to it.
    let isExact: Bool
    /// How it was typed.
    let literal: Number?
    /// How it was drawn anew at each pass.
    let draw: Draw?
    /// Whether rows of data set it.
    let isSetByRows: Bool
    /// Whether it was given.
    let isGiven: Bool
  }
}

extension Environment.ValueState {
  /// A value as it is.
  init(_ entry: Environment.Entry, in environment: Environment) {
    name = entry.name
    value = environment.tape.value(of: entry.node)
    isGiven = entry.recording == nil
    isExact = isGiven && environment.tape.isExact(leaf: entry.node)
    literal = entry.literal
    draw = entry.draw
    isSetByRows = entry.isSetByRows
  }

  /// A given value, its number replaced.
  init(_ entry: Environment.Entry, setTo number: Double) {
    name = entry.name
    value = number
    isGiven = true
    isExact = true
    literal = entry.literal
    draw = entry.draw
    isSetByRows = entry.isSetByRows
  }

  /// Whether the value is still the same.
  func holds(_ entry: Environment.Entry, in environment: Environment) -> Bool {
    value.bitPattern == environment.tape.value(of: entry.node).bitPattern && literal == entry.literal
      && (draw == nil) == (entry.draw == nil) && name == entry.name
      && (!isGiven || isExact == environment.tape.isExact(leaf: entry.node))
  }
}
