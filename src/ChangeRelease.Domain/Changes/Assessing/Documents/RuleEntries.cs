using System.ComponentModel;

namespace ChangeRelease.Domain.Changes;

/// <summary>A rule table as its document writes it.</summary>
internal sealed record RuleTableEntry
{
    [Description("Which rows speak: the first that matches, or all that do.")]
    public required RuleMatching Matching { get; init; }

    [Description("The rows, in order.")]
    public required IReadOnlyList<RiskRuleEntry> Rows { get; init; }

    [Description("The risk where no row matches; left out, there must always be one.")]
    public Grade? Otherwise { get; init; }
}

/// <summary>One row: where all of its conditions are met, the risk has its grade.</summary>
internal sealed record RiskRuleEntry
{
    [Description("What the row is called; each its own.")]
    public required string Name { get; init; }

    [Description("The risk.")]
    public required Grade Grade { get; init; }

    [Description("Why, in words that stand in the assessment.")]
    public required string Because { get; init; }

    [Description("The conditions; without any, the row always matches.")]
    public IReadOnlyList<ConditionEntry>? When { get; init; }
}

/// <summary>One condition: exactly one of its members.</summary>
internal sealed record ConditionEntry
{
    [Description("The change affects at least one of these services.")]
    public IReadOnlyList<string>? AffectsService { get; init; }

    [Description("The change affects no other services than these.")]
    public IReadOnlyList<string>? AffectsOnlyServices { get; init; }

    [Description("The change is made in at least one of these environments.")]
    public IReadOnlyList<string>? MadeInEnvironment { get; init; }

    [Description("The change is made in no other environments than these.")]
    public IReadOnlyList<string>? MadeOnlyInEnvironments { get; init; }

    [Description("The change lives under one of these change models.")]
    public IReadOnlyList<string>? UnderModel { get; init; }

    [Description("The change affects a number of services.")]
    public ServiceCountEntry? ServiceCount { get; init; }

    [Description("A question was answered in a certain way.")]
    public AnsweredEntry? Answered { get; init; }
}

/// <summary>A number of services.</summary>
internal sealed record ServiceCountEntry
{
    [Description("The least number; zero or more.")]
    public required int AtLeast { get; init; }

    [Description("The greatest number; left out, any number from the least on.")]
    public int? AtMost { get; init; }
}

/// <summary>An answer to a question.</summary>
internal sealed record AnsweredEntry
{
    [Description("The question's name.")]
    public required string Question { get; init; }

    [Description("The choices, one of which was given.")]
    public required IReadOnlyList<string> AnyOf { get; init; }
}
