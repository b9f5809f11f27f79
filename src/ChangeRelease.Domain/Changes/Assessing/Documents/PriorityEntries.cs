using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Changes;

/// <summary>A priority table as its document writes it: a row for each impact.</summary>
internal sealed record PriorityTableEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("For a low impact.")]
    public required PriorityRowEntry Low { get; init; }

    [Description("For a medium impact.")]
    public required PriorityRowEntry Medium { get; init; }

    [Description("For a high impact.")]
    public required PriorityRowEntry High { get; init; }

    [Description("For a critical impact.")]
    public required PriorityRowEntry Critical { get; init; }

    [Description("Whether a higher impact or urgency may have a lesser priority; left out, it may not.")]
    public bool? MayFall { get; init; }

    [Description("What a plan counts for each priority from p1 to p5, falling; left out, 16, 8, 4, 2 and 1.")]
    public IReadOnlyList<int>? Weights { get; init; }
}

/// <summary>The priority, by urgency.</summary>
internal sealed record PriorityRowEntry
{
    [Description("For a low urgency.")]
    public required Priority Low { get; init; }

    [Description("For a medium urgency.")]
    public required Priority Medium { get; init; }

    [Description("For a high urgency.")]
    public required Priority High { get; init; }

    [Description("For a critical urgency.")]
    public required Priority Critical { get; init; }
}
