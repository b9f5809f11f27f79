using System.ComponentModel;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A derivation as its document writes it: what is different from another definition.</summary>
internal sealed record DerivationEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The derived definition's name.")]
    public required string Id { get; init; }

    [Description("The derived definition's version, from 1.")]
    public required int Version { get; init; }

    [Description("The definition it is derived from; its states and triggers are known words.")]
    public required DefinitionEntry Derives { get; init; }

    [Description("Phases of its own, beside the built-in ones and those of the definition it is derived from.")]
    public IReadOnlyList<PhaseEntry>? Phases { get; init; }

    [Description("States that it adds, one after the other; this comes first.")]
    public IReadOnlyList<InsertEntry>? Insert { get; init; }

    [Description("What it asks for beyond what its parent asks for; this comes after what is inserted.")]
    public IReadOnlyList<RequireEntry>? Require { get; init; }

    [Description("Side doors that it closes; this comes after what is required.")]
    public IReadOnlyList<ForbidEntry>? Forbid { get; init; }

    [Description("Triggers of its own: each a name, or a name and what it takes.")]
    public IReadOnlyList<Spelled<TriggerEntry>>? Triggers { get; init; }

    [Description("Rows of its own; this comes last, but for the rows that are shared.")]
    public IReadOnlyList<RowEntry>? Transitions { get; init; }
}

/// <summary>A state that is added on a way of the parent.</summary>
internal sealed record InsertEntry
{
    [Description("The added state's name.")]
    public required string State { get; init; }

    [Description("The name of the phase it belongs to.")]
    public required string Phase { get; init; }

    [Description("The state whose rows lead to the added one first; left out, every state's.")]
    public string? From { get; init; }

    [Description("The state that these rows led to, and that a row of the added one should lead to.")]
    public required string To { get; init; }

    [Description("Another state whose rows it has, too.")]
    public ShareEntry? Shares { get; init; }
}

/// <summary>The rows that an added state has from another one.</summary>
internal sealed record ShareEntry
{
    [Description("The state whose rows it shares.")]
    public required string With { get; init; }

    [Description("The trigger, or the triggers, of these rows; left out, every side door of that state.")]
    public Spelled<IReadOnlyList<string>>? On { get; init; }
}

/// <summary>Requirements beyond those of the parent.</summary>
internal sealed record RequireEntry
{
    [Description("The trigger.")]
    public required string On { get; init; }

    [Description("The state where it is asked, or several; left out, wherever the parent has a row for the trigger.")]
    public Spelled<IReadOnlyList<string>>? From { get; init; }

    [Description("The requirements: each a code, or a code with arguments.")]
    public required IReadOnlyList<Spelled<NeedEntry>> Needs { get; init; }
}

/// <summary>Side doors that are closed.</summary>
internal sealed record ForbidEntry
{
    [Description("The trigger that takes the door.")]
    public required string On { get; init; }

    [Description("The state that loses it, or several; left out, all that have it.")]
    public Spelled<IReadOnlyList<string>>? From { get; init; }
}
