namespace ChangeRelease.Domain.Foundation;

/// <summary>Begins requirements.</summary>
public static class Requirement
{
    /// <summary>Begins a requirement on an attempt.</summary>
    /// <typeparam name="TAttempt">What is judged: the subject, the command and its facts together.</typeparam>
    /// <param name="code">The stable code of its refusal, <c>room.subject.problem</c> in kebab case.</param>
    /// <returns>The beginning; give it a sentence and a predicate.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not of that shape.</exception>
    public static RequirementSentence<TAttempt> For<TAttempt>(string code) => new(RefusalCode.Checked(code));
}

/// <summary>A requirement that has its code and still needs its sentence.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class RequirementSentence<TAttempt>
{
    private readonly string _code;

    internal RequirementSentence(string code) => _code = code;

    /// <summary>Says what is needed.</summary>
    /// <param name="sentence">A sentence that is true when the requirement is met.</param>
    /// <returns>The requirement's next step: its predicate.</returns>
    /// <exception cref="ArgumentException"><paramref name="sentence"/> is blank.</exception>
    public RequirementPredicate<TAttempt> Says(string sentence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        return new RequirementPredicate<TAttempt>(_code, sentence);
    }
}

/// <summary>A requirement that has its code and sentence and still needs its predicate.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class RequirementPredicate<TAttempt>
{
    private readonly string _code;
    private readonly string _sentence;

    internal RequirementPredicate(string code, string sentence) => (_code, _sentence) = (code, sentence);

    /// <summary>Says when the requirement is met.</summary>
    /// <param name="isMet">A pure predicate; it is asked only when everything the requirement waits for is met.</param>
    /// <returns>The requirement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="isMet"/> is null.</exception>
    public Requirement<TAttempt> IsMetWhen(Func<TAttempt, bool> isMet)
    {
        ArgumentNullException.ThrowIfNull(isMet);
        return new Requirement<TAttempt>(_code, _sentence, isMet);
    }
}

/// <summary>A named condition: a sentence that must be true, a code for when it is not, and its cure (S-3, S-10).</summary>
/// <typeparam name="TAttempt">What is judged: the subject, the command and its facts together.</typeparam>
public sealed class Requirement<TAttempt> : IEquatable<Requirement<TAttempt>>
{
    private readonly Func<TAttempt, bool> _isMet;
    private Func<TAttempt, IEnumerable<Why>>? _explain;
    private ValueList<Remedy> _remedies = [];
    private RequirementTemplate<TAttempt>? _template;

    internal Requirement(string code, string sentence, Func<TAttempt, bool> isMet) => (Code, Sentence, _isMet) = (code, sentence, isMet);

    private Requirement(Requirement<TAttempt> other)
        : this(other.Code, other.Sentence, other._isMet)
    {
        (_explain, _remedies) = (other._explain, other._remedies);
        (WaitsFor, ReadsParameters, Reads, Arguments) = (other.WaitsFor, other.ReadsParameters, other.Reads, other.Arguments);
    }

    /// <summary>The stable code of its refusal.</summary>
    public string Code { get; }

    /// <summary>What is needed, as a sentence.</summary>
    public string Sentence { get; }

    /// <summary>What it was made with, when a template made it; else none.</summary>
    public Arguments Arguments { get; private init; } = Arguments.None;

    /// <summary>The requirements that must be met before this one can be judged; a transition that asks for this one asks for them too.</summary>
    public ValueList<Requirement<TAttempt>> WaitsFor { get; private init; } = [];

    /// <summary>Whether it reads the command's parameters, so that it is a condition on the input when asked beforehand (S-7).</summary>
    public bool ReadsParameters { get; private init; }

    /// <summary>The names of the parameters it reads; empty when it reads none, or whichever the command has.</summary>
    public ValueList<string> Reads { get; private init; } = [];

    /// <summary>The template that made it, as long as nothing was added to what the template made.</summary>
    internal RequirementTemplate<TAttempt>? Template => _template;

    /// <summary>The requirement as tables name it.</summary>
    public RequirementRef Reference => new(Code, Arguments);

    /// <summary>This requirement, declared to read whichever parameters the command has.</summary>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> AboutTheCommand() => new(this) { ReadsParameters = true, Reads = [] };

    /// <summary>This requirement, declared to read certain parameters.</summary>
    /// <remarks>It is a condition on the input where a trigger takes one of them; where none is taken it is judged like any other.</remarks>
    /// <param name="parameters">The parameters it reads.</param>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> About(params ReadOnlySpan<Parameter> parameters) => About(parameters.ToArray().Select(parameter => parameter.Name));

    /// <summary>This requirement, judged only once others are met.</summary>
    /// <param name="requirements">What it needs; they become part of every transition that asks for it.</param>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> After(params ReadOnlySpan<Requirement<TAttempt>> requirements) =>
        new(this) { WaitsFor = WaitsFor.With([.. requirements]) };

    /// <summary>This requirement, able to say why it is not met.</summary>
    /// <param name="explain">Gives each reason; when it gives none, the sentence itself is the reason.</param>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> Explains(Func<TAttempt, IEnumerable<Why>> explain) => new(this) { _explain = explain };

    /// <summary>This requirement, able to say why it is not met.</summary>
    /// <param name="explain">Gives the reason.</param>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> Explains(Func<TAttempt, Why> explain)
    {
        ArgumentNullException.ThrowIfNull(explain);
        return Explains(attempt => (IEnumerable<Why>)[explain(attempt)]);
    }

    /// <summary>This requirement, with a cure that is the same for every attempt.</summary>
    /// <param name="remedies">What would cure it; each alone is enough.</param>
    /// <returns>A new requirement.</returns>
    public Requirement<TAttempt> CuredBy(params ReadOnlySpan<Remedy> remedies) => new(this) { _remedies = _remedies.With([.. remedies]) };

    /// <summary>Judges an attempt; ask only when everything it waits for is met.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>Whether the requirement is met.</returns>
    public bool IsMetBy(TAttempt attempt) => _isMet(attempt);

    /// <summary>Says why an attempt does not meet the requirement.</summary>
    /// <param name="attempt">An attempt that was judged and did not meet it.</param>
    /// <returns>One refusal for each reason; at least one.</returns>
    public IEnumerable<Refusal> Refuse(TAttempt attempt)
    {
        var reasons = _explain?.Invoke(attempt).ToList() ?? [];
        return reasons.Count == 0
            ? [RefusalBecause(Why.Because($"Needed: {Sentence}"))]
            : reasons.Select(RefusalBecause);
    }

    /// <summary>Whether both are one requirement: the same one, or made by one template with equal arguments.</summary>
    /// <param name="other">The requirement to compare with.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Requirement<TAttempt>? other) =>
        ReferenceEquals(this, other) || (other is not null && _template is not null && ReferenceEquals(_template, other._template) && Arguments.Equals(other.Arguments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Requirement<TAttempt>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(string.GetHashCode(Code, StringComparison.Ordinal), Arguments);

    /// <summary>The code and the sentence.</summary>
    /// <returns>For example <c>change.reason.missing: A reason is given.</c></returns>
    public override string ToString() => $"{Code}: {Sentence}";

    internal Requirement<TAttempt> MadeWith(RequirementTemplate<TAttempt> template, Arguments arguments) => new(this) { _template = template, Arguments = arguments };

    internal Requirement<TAttempt> About(IEnumerable<string> parameters) => new(this)
    {
        ReadsParameters = true,
        Reads = Reads.With(parameters.Except(Reads, StringComparer.Ordinal)),
    };

    internal Refusal Unjudged(ValueList<string> waitsFor) => Refusal.Unjudged(Code, Sentence, waitsFor);

    private Refusal RefusalBecause(Why why) =>
        Refusal.Of(Code, Sentence, (Arguments.Count == 0 ? why : why.Seeing("asked for", Arguments)).CuredBy([.. _remedies]));
}
