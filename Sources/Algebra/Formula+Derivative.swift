extension Formula {
  /// The formula as a teacher would write it, with the same value.
  ///
  /// Fractions of numbers are exact (`0.1` is a tenth), like terms and equal factors are collected, nothing is multiplied
  /// by 1 or out, signs are moved where they are read best; the author's order stays. What is divided by a name is not
  /// cancelled (`x/x` stays, which has no value at 0), but what is multiplied by 0 is dropped.
  /// The cost is linear in the length of the formula.
  public func simplified() -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: self)
    return forms.formula(of: form)
  }

  /// The derivative by `name`, simplified. Derivatives in the formula, `local` ones too, are held fixed.
  public func derivative(by name: Name) -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: self)
    let derivative = forms.derivative(of: form, by: name)
    return forms.formula(of: derivative)
  }

  /// The one-link derivative of `output`, whose own formula is `definition`, by `name`, with the output's name wherever
  /// its formula occurs: of `out = sigmoid(s)` by `s` it is `out*(1 - out)`.
  public static func localDerivative(of output: Name, as definition: Formula, by name: Name) -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: definition)
    let derivative = forms.derivative(of: form, by: name)
    let named = forms.replacing(form, in: derivative, with: output)
    return forms.formula(of: named)
  }
}
