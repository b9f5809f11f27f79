using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Changes;

/// <summary>An assessment scheme as its document writes it.</summary>
internal sealed record SchemeEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The scheme's name.")]
    public required string Id { get; init; }

    [Description("The scheme's version, from 1.")]
    public required int Version { get; init; }

    [Description("Who may authorize, by impact and, in each row, by risk.")]
    public required AuthorityTableEntry Authorities { get; init; }

    [Description("The risk by impact and, in each row, by likelihood; left out, no likelihood is asked for.")]
    public GradeTableEntry? Matrix { get; init; }

    [Description("What assessors are asked, for the rules and the questionnaire.")]
    public IReadOnlyList<QuestionEntry>? Questions { get; init; }

    [Description("The risk by conditions.")]
    public RuleTableEntry? Rules { get; init; }

    [Description("The risk by weighted answers.")]
    public QuestionnaireEntry? Questionnaire { get; init; }

    [Description("The risk by how similar changes went.")]
    public HistoryScaleEntry? History { get; init; }

    [Description("The risk by the services that depend on those affected: grades the sum of their weights.")]
    public ScaleEntry? BlastRadius { get; init; }

    [Description("The risk that people bring.")]
    public OrganizationEntry? Organization { get; init; }
}

/// <summary>Who may authorize: a row for each impact.</summary>
internal sealed record AuthorityTableEntry
{
    [Description("For a low impact.")]
    public required AuthorityRowEntry Low { get; init; }

    [Description("For a medium impact.")]
    public required AuthorityRowEntry Medium { get; init; }

    [Description("For a high impact.")]
    public required AuthorityRowEntry High { get; init; }

    [Description("For a critical impact.")]
    public required AuthorityRowEntry Critical { get; init; }

    [Description("The authorities, the weakest first: with it, no higher risk or impact may go to a weaker one.")]
    public IReadOnlyList<string>? Order { get; init; }
}

/// <summary>Who may authorize, by risk.</summary>
internal sealed record AuthorityRowEntry
{
    [Description("For a low risk.")]
    public required string Low { get; init; }

    [Description("For a medium risk.")]
    public required string Medium { get; init; }

    [Description("For a high risk.")]
    public required string High { get; init; }

    [Description("For a critical risk.")]
    public required string Critical { get; init; }
}

/// <summary>The risk: a row for each impact.</summary>
internal sealed record GradeTableEntry
{
    [Description("For a low impact.")]
    public required GradeRowEntry Low { get; init; }

    [Description("For a medium impact.")]
    public required GradeRowEntry Medium { get; init; }

    [Description("For a high impact.")]
    public required GradeRowEntry High { get; init; }

    [Description("For a critical impact.")]
    public required GradeRowEntry Critical { get; init; }
}

/// <summary>The risk, by likelihood.</summary>
internal sealed record GradeRowEntry
{
    [Description("For a low likelihood.")]
    public required Grade Low { get; init; }

    [Description("For a medium likelihood.")]
    public required Grade Medium { get; init; }

    [Description("For a high likelihood.")]
    public required Grade High { get; init; }

    [Description("For a critical likelihood.")]
    public required Grade Critical { get; init; }
}

/// <summary>A question that is answered by one of its choices.</summary>
internal sealed record QuestionEntry
{
    [Description("The question's name.")]
    public required string Id { get; init; }

    [Description("What is asked.")]
    public required string Sentence { get; init; }

    [Description("The answers there are; at least two.")]
    public required IReadOnlyList<string> Choices { get; init; }
}

/// <summary>Weighs answers and grades their sum.</summary>
internal sealed record QuestionnaireEntry
{
    [Description("What each choice of each question weighs.")]
    public required IReadOnlyList<WeightsEntry> Weights { get; init; }

    [Description("Grades the sum of the weights.")]
    public required ScaleEntry Scale { get; init; }
}

/// <summary>What the choices of a question weigh.</summary>
internal sealed record WeightsEntry
{
    [Description("The question's name.")]
    public required string Question { get; init; }

    [Description("A weight for each choice.")]
    public required IReadOnlyList<ChoiceWeightEntry> Choices { get; init; }
}

/// <summary>What a choice weighs.</summary>
internal sealed record ChoiceWeightEntry
{
    [Description("The choice.")]
    public required string Choice { get; init; }

    [Description("Its weight; zero or more.")]
    public required int Weight { get; init; }
}

/// <summary>Turns a whole number into a grade.</summary>
internal sealed record ScaleEntry
{
    [Description("The grade below the first step.")]
    public required Grade Lowest { get; init; }

    [Description("Where the grade rises, in rising order.")]
    public IReadOnlyList<StepEntry>? Steps { get; init; }
}

/// <summary>Where a scale rises.</summary>
internal sealed record StepEntry
{
    [Description("The first number that has the grade.")]
    public required long From { get; init; }

    [Description("The grade from there on.")]
    public required Grade Grade { get; init; }
}

/// <summary>The risk by how similar changes went.</summary>
internal sealed record HistoryScaleEntry
{
    [Description("How sure the interval is meant to be.")]
    public required Confidence Confidence { get; init; }

    [Description("Grades the highest rate of failure that is left open, in basis points, from 0 to 10 000.")]
    public required ScaleEntry Failing { get; init; }
}

/// <summary>The risk that people bring, for each score.</summary>
internal sealed record OrganizationEntry
{
    [Description("For resistance 1, and for readiness and training 5.")]
    public required Grade Best { get; init; }

    [Description("For resistance 2, and for readiness and training 4.")]
    public required Grade Good { get; init; }

    [Description("For 3.")]
    public required Grade Middling { get; init; }

    [Description("For resistance 4, and for readiness and training 2.")]
    public required Grade Poor { get; init; }

    [Description("For resistance 5, and for readiness and training 1.")]
    public required Grade Worst { get; init; }
}
