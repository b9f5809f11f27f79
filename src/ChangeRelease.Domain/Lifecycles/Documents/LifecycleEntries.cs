using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A lifecycle as its document writes it: the model from which reading, checking and the schema are made.</summary>
internal sealed record LifecycleEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The definition's name.")]
    public required string Id { get; init; }

    [Description("The definition's version, from 1.")]
    public required int Version { get; init; }

    [Description("The definition it was derived from, at least as strict as that one.")]
    public DefinitionEntry? DerivedFrom { get; init; }

    [Description("Phases of its own. Preparation, Authorization, Ready, Realization, Review, Ended (at 10, 20, … 60) and Paused (aside) need not be named.")]
    public IReadOnlyList<PhaseEntry>? Phases { get; init; }

    [Description("Every state.")]
    public required IReadOnlyList<StateEntry> States { get; init; }

    [Description("The state in which a life begins.")]
    public required string Start { get; init; }

    [Description("The states in which a life may end.")]
    public required IReadOnlyList<string> Ends { get; init; }

    [Description("Every trigger: its name, or its name and what it takes.")]
    public required IReadOnlyList<Spelled<TriggerEntry>> Triggers { get; init; }

    [Description("The rows of the table.")]
    public required IReadOnlyList<RowEntry> Transitions { get; init; }
}

/// <summary>Another definition.</summary>
internal sealed record DefinitionEntry
{
    [Description("The other definition's name.")]
    public required string Id { get; init; }

    [Description("The other definition's version.")]
    public required int Version { get; init; }

    [Description("The hash it must have, 64 lower-case hexadecimal digits; left out, any will do.")]
    public string? Hash { get; init; }
}

/// <summary>A phase.</summary>
internal sealed record PhaseEntry
{
    [Description("The phase's name.")]
    public required string Name { get; init; }

    [Description("The place in the order of phases; left out for a phase aside.")]
    public int? Order { get; init; }
}

/// <summary>A state.</summary>
internal sealed record StateEntry
{
    [Description("The state's name.")]
    public required string Name { get; init; }

    [Description("The name of the phase it belongs to.")]
    public required string Phase { get; init; }
}

/// <summary>A trigger with what it takes.</summary>
internal sealed record TriggerEntry
{
    [Description("The trigger's name.")]
    public required string Name { get; init; }

    [Description("What it takes, in the order in which a form would ask for it.")]
    public IReadOnlyList<ParameterEntry>? Takes { get; init; }
}

/// <summary>One thing that a trigger takes.</summary>
internal sealed record ParameterEntry
{
    [Description("The parameter's name.")]
    public required string Name { get; init; }

    [Description("The manner of its values.")]
    public required ParameterKind Kind { get; init; }

    [Description("What the value is for.")]
    public required string Says { get; init; }

    [Description("Whether it may be left out.")]
    public bool? Optional { get; init; }

    [Description("The values that a text may have; left out, it may have any.")]
    public IReadOnlyList<string>? Choices { get; init; }
}

/// <summary>One row, or one for each of several states.</summary>
internal sealed record RowEntry
{
    [Description("The state it leaves, or several that share the row.")]
    public required Spelled<IReadOnlyList<string>> From { get; init; }

    [Description("The trigger.")]
    public required string On { get; init; }

    [Description("Whether it may run against the order of the phases.")]
    public bool? SideDoor { get; init; }

    [Description("Where it leads.")]
    public string? To { get; init; }

    [Description("Whether it stays in the state.")]
    public bool? Stay { get; init; }

    [Description("The other definition that the destination belongs to.")]
    public DefinitionEntry? Exit { get; init; }

    [Description("The name of the question that decides between the cases or the ways back.")]
    public string? By { get; init; }

    [Description("Where each answer leads.")]
    public IReadOnlyList<CaseEntry>? Cases { get; init; }

    [Description("The ways back to where the subject came from.")]
    public IReadOnlyList<WayEntry>? Ways { get; init; }

    [Description("States that the subject may count as having come from afterwards, beside the one it did come from.")]
    public IReadOnlyList<string>? ComesFrom { get; init; }

    [Description("The requirements: each a code, or a code with arguments.")]
    public IReadOnlyList<Spelled<NeedEntry>>? Needs { get; init; }
}

/// <summary>Where one answer of a selector leads.</summary>
internal sealed record CaseEntry
{
    [Description("The answer.")]
    public required string Case { get; init; }

    [Description("Where it leads.")]
    public string? To { get; init; }

    [Description("Whether it stays in the state.")]
    public bool? Stay { get; init; }

    [Description("The other definition that the destination belongs to.")]
    public DefinitionEntry? Exit { get; init; }

    [Description("States that the subject may count as having come from afterwards, beside the one it did come from.")]
    public IReadOnlyList<string>? ComesFrom { get; init; }
}

/// <summary>A way back.</summary>
internal sealed record WayEntry
{
    [Description("Where it leads.")]
    public required string To { get; init; }

    [Description("The states that those who take it came from; left out, the one it leads to.")]
    public IReadOnlyList<string>? Origins { get; init; }

    [Description("States that the subject may count as having come from afterwards, beside the one it did come from.")]
    public IReadOnlyList<string>? ComesFrom { get; init; }
}

/// <summary>A requirement.</summary>
internal sealed record NeedEntry
{
    [Description("The code of its refusal.")]
    public required string Code { get; init; }

    [Description("Its arguments.")]
    public IReadOnlyDictionary<string, JsonElement>? With { get; init; }
}
