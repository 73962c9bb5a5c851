/// Explains the words of a course to a reader who meets one.
public struct WordBook {
  /// What is said of a word, as paragraphs; of an unknown one, what may be meant.
  public let explanation: (_ word: String) -> [String]

  /// A book that is opened when it is asked.
  public init(_ explanation: @escaping (_ word: String) -> [String]) { self.explanation = explanation }

  /// What is said where a lesson has no list of words.
  public static var none: WordBook {
    WordBook { _ in
      ["There is no list of words beside this lesson. `:help` alone shows what can be asked for."]
    }
  }
}
