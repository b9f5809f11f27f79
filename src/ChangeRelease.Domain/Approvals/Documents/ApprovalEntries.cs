using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Approvals;

/// <summary>An approval policy as its document writes it.</summary>
internal sealed record PolicyEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The policy's name.")]
    public required string Id { get; init; }

    [Description("The policy's version, from 1.")]
    public required int Version { get; init; }

    [Description("One rule for each class, act and authority.")]
    public required IReadOnlyList<RuleEntry> Rules { get; init; }

    [Description("Parties that are kept apart, beside the contributors of a subject.")]
    public IReadOnlyList<SeparationEntry>? Separations { get; init; }
}

/// <summary>One rule.</summary>
internal sealed record RuleEntry
{
    [Description("A change model's id, a release type's name, or 'template'.")]
    public required string Class { get; init; }

    [Description("The act that needs approval.")]
    public required ApprovalAct Act { get; init; }

    [Description("The authority it is for; left out, it is for whichever is decided.")]
    public string? Authority { get; init; }

    [Description("How long an approval counts, in ISO 8601 without years and months, such as P14D or PT36H; left out, it does not expire.")]
    public string? Validity { get; init; }

    [Description("Whose approvals it asks for.")]
    public required ExpressionEntry Asks { get; init; }
}

/// <summary>Whose approvals are asked for: exactly one of person, role, board, allOf, anyOf, atLeast, inSequence and distinct.</summary>
internal sealed record ExpressionEntry
{
    [Description("One certain person.")]
    public string? Person { get; init; }

    [Description("A role or group; say how many of it with count or share.")]
    public string? Role { get; init; }

    [Description("How many people of the role.")]
    public int? Count { get; init; }

    [Description("Which share of the people of the role, rounded up: a fraction such as 2/3, or a percentage such as 60 %.")]
    public string? Share { get; init; }

    [Description("A board, by its one decision.")]
    public string? Board { get; init; }

    [Description("Every part; a person may count in each.")]
    public IReadOnlyList<ExpressionEntry>? AllOf { get; init; }

    [Description("One part, whichever.")]
    public IReadOnlyList<ExpressionEntry>? AnyOf { get; init; }

    [Description("How many of the parts under 'of'; a person counts for one of them.")]
    public int? AtLeast { get; init; }

    [Description("The parts for atLeast.")]
    public IReadOnlyList<ExpressionEntry>? Of { get; init; }

    [Description("Every step, one after the other.")]
    public IReadOnlyList<ExpressionEntry>? InSequence { get; init; }

    [Description("What is wrapped, by different people throughout.")]
    public ExpressionEntry? Distinct { get; init; }

    [Description("The roles whose members may veto it.")]
    public IReadOnlyList<string>? VetoBy { get; init; }
}

/// <summary>Two parties that are kept apart.</summary>
internal sealed record SeparationEntry
{
    [Description("Who had a hand in it.")]
    public required PartyEntry Contributing { get; init; }

    [Description("Who then does not count as approver.")]
    public required PartyEntry Approving { get; init; }
}

/// <summary>A person or a role: exactly one of both.</summary>
internal sealed record PartyEntry
{
    [Description("One person.")]
    public string? Person { get; init; }

    [Description("Everybody in a role.")]
    public string? Role { get; init; }
}
