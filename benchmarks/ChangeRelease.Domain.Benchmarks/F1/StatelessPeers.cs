using Stateless;

namespace ChangeRelease.Domain.Benchmarks.F1;

/// <summary>The same twelve states on Stateless alone: a machine for each decision, or one for all with its state outside.</summary>
internal static class StatelessPeers
{
    public const int Next = 0;
    public const int Cancel = 1;

    [ThreadStatic]
    private static Cell? _cell;

    private static readonly StateMachine<int, int> Shared = Make(() => (_cell ??= new Cell()).State, state => _cell!.State = state, () => _cell!.Errand!);

    /// <summary>Builds a machine, fires it, and tells what happened.</summary>
    public static Happened Fresh(int from, Errand errand)
    {
        var machine = new StateMachine<int, int>(from);
        Configure(machine, () => errand);
        machine.Fire(Next);
        return new Happened(errand.Lead, machine.State);
    }

    /// <summary>Builds a machine that keeps its state elsewhere.</summary>
    public static StateMachine<int, int> Make(Func<int> state, Action<int> move, Func<Errand> errand)
    {
        var machine = new StateMachine<int, int>(state, move, FiringMode.Immediate);
        Configure(machine, errand);
        return machine;
    }

    /// <summary>Fires the machine that all share, and tells what happened; throws when a guard says no.</summary>
    public static Happened OnShared(int from, Errand errand)
    {
        var cell = _cell ??= new Cell();
        (cell.State, cell.Errand) = (from, errand);
        Shared.Fire(Next);
        return new Happened(errand.Lead, cell.State);
    }

    /// <summary>A denial as Stateless gives it: an exception whose text names the guards that said no.</summary>
    public static string? Denial(int from, Errand errand)
    {
        try
        {
            OnShared(from, errand);
            return null;
        }
        catch (InvalidOperationException denied)
        {
            return denied.Message;
        }
    }

    private static void Configure(StateMachine<int, int> machine, Func<Errand> errand)
    {
        for (var at = 0; at < TwelveStates.Count - 1; at++)
        {
            machine.Configure(at)
                .PermitIf(
                    Next,
                    at + 1,
                    new Tuple<Func<bool>, string>(() => errand().Lead >= 2, "errand.lead.short"),
                    new Tuple<Func<bool>, string>(() => errand().Reviewers > 0, "errand.review.missing"))
                .Permit(Cancel, TwelveStates.Count - 1);
        }

        machine.Configure(TwelveStates.Count - 1);
    }

    /// <summary>What happened, as the peers tell it.</summary>
    internal sealed record Happened(int Lead, int Destination);

    private sealed class Cell
    {
        public int State { get; set; }

        public Errand? Errand { get; set; }
    }
}
