/// Letters and signs that TeX knows as commands of mathematics.
enum TeXSymbols {
  /// The command for a letter or sign, such as `\eta`; `nil` for what has none.
  static func command(_ scalar: Unicode.Scalar) -> TeXText? {
    guard scalar.value >= 0x80 else { return nil }
    return table[scalar]
  }

  /// The name of a letter, such as `eta`; a form of it has the same.
  static func letterName(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.properties.isAlphabetic, let command = command(scalar) else { return nil }
    let name = command.text.dropFirst()
    return String(name.hasPrefix("var") ? name.dropFirst("var".count) : name)
  }

  /// The command for an accent over a letter, such as `\hat`, by the mark that combines with the letter.
  static func accent(_ mark: Unicode.Scalar) -> String? { accents[mark] }

  /// A letter with its accent, apart.
  static func decomposed(_ scalar: Unicode.Scalar) -> (letter: Character, accent: String)? {
    for (accent, letters, bare) in precomposed {
      if let index = letters.unicodeScalars.firstIndex(of: scalar) {
        let place = letters.unicodeScalars.distance(from: letters.unicodeScalars.startIndex, to: index)
        return (Array(bare)[place], accent)
      }
    }
    return nil
  }

  private static let precomposed: [(accent: String, letters: String, bare: String)] = [
    ("hat", "âĉêĝĥîĵôŝûŵŷÂĈÊĜĤÎĴÔŜÛŴŶ", "aceghijosuwyACEGHIJOSUWY"), ("tilde", "ãñõÃÑÕ", "anoANO"),
  ]

  private static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "grave", "\u{301}": "acute", "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar",
    "\u{306}": "breve", "\u{307}": "dot", "\u{308}": "ddot", "\u{30C}": "check", "\u{20D7}": "vec",
  ]

  private static let table: [Unicode.Scalar: TeXText] = {
    var table: [Unicode.Scalar: TeXText] = [:]
    for entry in """
    α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ρ rho \
    σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϑ vartheta ϕ phi ϵ epsilon ϖ varpi ϱ varrho \
    Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega \
    ∂ partial ∇ nabla ∞ infty ∈ in ∉ notin ∀ forall ∃ exists ∑ sum ∏ prod √ surd ∫ int ∅ emptyset ∘ circ ∼ sim ∝ propto \
    ≤ le ≥ ge ≠ ne ≈ approx ≡ equiv ± pm × times ÷ div · cdot ∙ bullet − mathord- ← leftarrow → rightarrow ↑ uparrow \
    ↓ downarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ∧ wedge ∨ vee ¬ neg ∩ cap ∪ cup ⊂ subset ⊆ subseteq \
    ⊙ odot ⊗ otimes ⊕ oplus ⊤ top ⊥ bot ∥ parallel ℓ ell ′ prime
    """.split(separator: " ").paired {
      guard let scalar = entry.0.unicodeScalars.first else { continue }
      table[scalar] = entry.1 == "mathord-" ? TeXText("-", width: 0.8) : TeXText("\\" + entry.1, width: 1.05)
    }
    return table
  }()
}

extension Array {
  /// Each two that follow each other.
  fileprivate var paired: [(Element, Element)] {
    stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}
