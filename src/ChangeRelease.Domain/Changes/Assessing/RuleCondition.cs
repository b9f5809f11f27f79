using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>One condition of a rule: a closed family.</summary>
public abstract record RuleCondition
{
    private protected RuleCondition()
    {
    }

    internal abstract bool IsMetBy(RuleCase at);

    /// <summary>What is wrong with the condition itself.</summary>
    internal abstract IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions);

    private protected static IEnumerable<AssessmentFault> FaultIfEmpty<T>(ValueList<T> named, string place) => named.Count == 0
        ? [new AssessmentFault("assessment.rule.condition-empty", place, "A condition names nothing, and is never met, or always; name something, or leave it out.")]
        : [];
}

/// <summary>The change affects at least one of some services.</summary>
/// <param name="AnyOf">The services.</param>
public sealed record AffectsService(ValueList<ServiceId> AnyOf) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.Services.Any(AnyOf.Contains);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => FaultIfEmpty(AnyOf, place);
}

/// <summary>The change affects no other services than some.</summary>
/// <param name="Among">The services.</param>
public sealed record AffectsOnlyServices(ValueList<ServiceId> Among) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.Services.All(Among.Contains);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => FaultIfEmpty(Among, place);
}

/// <summary>The change is made in at least one of some environments.</summary>
/// <param name="AnyOf">The environments.</param>
public sealed record MadeInEnvironment(ValueList<EnvironmentId> AnyOf) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.Environments.Any(AnyOf.Contains);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => FaultIfEmpty(AnyOf, place);
}

/// <summary>The change is made in no other environments than some.</summary>
/// <param name="Among">The environments.</param>
public sealed record MadeOnlyInEnvironments(ValueList<EnvironmentId> Among) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.Environments.All(Among.Contains);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => FaultIfEmpty(Among, place);
}

/// <summary>The change lives under one of some change models.</summary>
/// <param name="AnyOf">The ids of the models, compared ordinally.</param>
public sealed record UnderModel(ValueList<string> AnyOf) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => AnyOf.Contains(at.Model);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => FaultIfEmpty(AnyOf, place);
}

/// <summary>The change affects a number of services.</summary>
/// <param name="AtLeast">The least number; zero or more.</param>
/// <param name="AtMost">The greatest number; null for any number from the least on.</param>
public sealed record ServiceCount(int AtLeast, int? AtMost = null) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.ServiceCount >= AtLeast && at.ServiceCount <= (AtMost ?? int.MaxValue);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => AtLeast < 0 || AtMost < AtLeast || AtMost == int.MaxValue
        ? [new AssessmentFault("assessment.rule.count-out-of-range", place, FormattableString.Invariant($"No number is at least {AtLeast} and at most {AtMost}, or every one is; a count runs from a least number, 0 or more, to a greatest that is not less, or to none."))]
        : [];
}

/// <summary>A question was answered with one of some choices.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="AnyOf">The choices.</param>
public sealed record Answered(string Question, ValueList<string> AnyOf) : RuleCondition
{
    internal override bool IsMetBy(RuleCase at) => at.AnswerTo(Question) is { } choice && AnyOf.Contains(choice);

    internal override IEnumerable<AssessmentFault> Faults(string place, IReadOnlyList<Question> questions) => questions.FirstOrDefault(question => question.Id == Question) is { } asked
        ? [.. FaultIfEmpty(AnyOf, place), .. AnyOf.Except(asked.Choices).Select(choice => new AssessmentFault("assessment.question.choice-unknown", place, $"The question '{Question}' has no choice '{choice}'."))]
        : [new AssessmentFault("assessment.question.unknown", place, $"The scheme asks no question '{Question}'; add it to the questions.")];
}
