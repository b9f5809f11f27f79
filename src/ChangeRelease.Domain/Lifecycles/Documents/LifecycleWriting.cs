using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From a table as data to its document: rows that share everything but their state are written once.</summary>
internal static class LifecycleWriting
{
    public static LifecycleEntry Entry(LifecycleDescription table) => new()
    {
        Format = LifecycleDocument.Format,
        Id = table.Id,
        Version = table.Version,
        DerivedFrom = Definition(table.DerivedFrom),
        Phases = Filled(table.States.Select(state => state.Phase).Distinct().Where(phase => !Phase.BuiltIn.Contains(phase)).Select(Entry)),
        States = [.. table.States.Select(state => new StateEntry { Name = state.Name, Phase = state.Phase.Name })],
        Start = table.Start.Name,
        Ends = Names(table.Ends),
        Triggers = [.. table.Triggers.Select(known => new Spelled<TriggerEntry>(Entry(known)))],
        Transitions = [.. Together(table.Transitions.Select(Entry))],
    };

    private static PhaseEntry Entry(Phase phase) => new() { Name = phase.Name, Order = phase.Order };

    private static TriggerEntry Entry(TriggerDescription known) => new() { Name = known.Trigger.Value, Takes = Filled(known.Parameters.Select(Entry)) };

    private static ParameterEntry Entry(Parameter parameter) => new()
    {
        Name = parameter.Name,
        Kind = parameter.Kind,
        Says = parameter.Sentence,
        Optional = parameter.IsRequired ? null : true,
        Choices = Filled(parameter.Choices),
    };

    private static RowEntry Entry(Transition row)
    {
        var entry = new RowEntry
        {
            From = new Spelled<IReadOnlyList<string>>([row.From.Name]),
            On = row.Trigger.Value,
            SideDoor = row.IsSideDoor ? true : null,
            By = row.Selector,
            Needs = Filled(row.Requirements.Select(need => new Spelled<NeedEntry>(Entry(need)))),
        };
        return row switch
        {
            { Returns: true } => entry with { Ways = [.. row.Outcomes.Select(Way)] },
            { Selector: not null } => entry with { Cases = [.. row.Outcomes.Select(outcome => Case(row, outcome))] },
            _ => Single(entry, Case(row, row.Outcomes[0])),
        };
    }

    private static RowEntry Single(RowEntry entry, CaseEntry outcome) =>
        entry with { To = outcome.To, Stay = outcome.Stay, Exit = outcome.Exit, ComesFrom = outcome.ComesFrom };

    private static CaseEntry Case(Transition row, Outcome outcome)
    {
        var stays = outcome.Exit is null && outcome.To == row.From;
        return new CaseEntry
        {
            Case = outcome.Case ?? string.Empty,
            To = stays ? null : outcome.To.Name,
            Stay = stays ? true : null,
            Exit = Definition(outcome.Exit),
            ComesFrom = Filled(outcome.ComesFrom.Select(state => state.Name)),
        };
    }

    private static WayEntry Way(Outcome outcome) => new()
    {
        To = outcome.To.Name,
        Origins = outcome.Origins is [{ } only] && only == outcome.To ? null : Names(outcome.Origins),
        ComesFrom = Filled(outcome.ComesFrom.Select(state => state.Name)),
    };

    private static NeedEntry Entry(RequirementRef need) => new() { Code = need.Code, With = need.Arguments.Count == 0 ? null : need.Arguments.ToElements() };

    private static DefinitionEntry? Definition(LifecycleRef? other) =>
        other is null ? null : new DefinitionEntry { Id = other.Id, Version = other.Version, Hash = other.Hash.Hex };

    // Only neighbors are put together, so that the rows keep their order.
    private static IEnumerable<RowEntry> Together(IEnumerable<RowEntry> rows)
    {
        var (last, text, from) = ((RowEntry?)null, string.Empty, new List<string>());
        foreach (var row in rows)
        {
            var own = ApartFromItsState(row);
            if (last is not null && !string.Equals(own, text, StringComparison.Ordinal))
            {
                yield return last with { From = new Spelled<IReadOnlyList<string>>([.. from]) };
                from.Clear();
            }

            (last, text) = (row, own);
            from.AddRange(row.From.Full);
        }

        if (last is not null)
        {
            yield return last with { From = new Spelled<IReadOnlyList<string>>([.. from]) };
        }
    }

    private static string ApartFromItsState(RowEntry row) =>
        JsonSerializer.Serialize(row with { From = new Spelled<IReadOnlyList<string>>([]) }, LifecycleJsonContext.OfDocuments.RowEntry);

    private static string[] Names(ValueList<State> states) => [.. states.Select(state => state.Name)];

    private static T[]? Filled<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
