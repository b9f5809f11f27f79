using Stateless;
using Stateless.Reflection;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One Stateless machine per definition, shared by every thread (S-14).</summary>
/// <remarks>
/// The machine holds no state of its own: state and results stand in a cell of the calling thread, written before each fire.
/// That is safe only in immediate mode, with every state configured, no side effects, and guards that do nothing but read the cell.
/// </remarks>
internal sealed class SharedMachine
{
    private const int MostGuards = 64;

    // The guards of all machines: what they read stands in the cell, so one of each is enough.
    private static readonly Func<bool>[] Met = [.. Enumerable.Range(0, MostGuards).Select(at => new Func<bool>(() => (Cell.Missing & (1UL << at)) == 0))];

    private static readonly Func<bool> FirstChosen = () => Cell.Outcome == 0;

    [ThreadStatic]
    private static FireCell? _cell;

    private readonly StateMachine<int, int> _machine =
        new(() => Cell.State, state => Cell.State = state, FiringMode.Immediate);

    /// <summary>What the machine says of itself, to be compared with what is drawn of it.</summary>
    public StateMachineInfo Info => _machine.GetInfo();

    private static FireCell Cell => _cell ??= new FireCell();

    public void Declare(int state) => _machine.Configure(state);

    public void Permit(int state, int trigger, int destination, int outcome, IReadOnlyList<string> codes)
    {
        var guards = codes.Select((code, at) => new Tuple<Func<bool>, string>(Met[at], code));
        var all = guards.Append(new Tuple<Func<bool>, string>(Chosen(outcome), "lifecycle.selector.case")).ToArray();
        if (state == destination)
        {
            _machine.Configure(state).PermitReentryIf(trigger, all);
        }
        else
        {
            _machine.Configure(state).PermitIf(trigger, destination, all);
        }
    }

    /// <summary>Where the machine goes; throws when its guards say no, which the caller has ruled out.</summary>
    public int Fire(int state, int trigger, ulong missing, int outcome)
    {
        var cell = Cell;
        cell.State = state;
        cell.Missing = missing;
        cell.Outcome = outcome;
        _machine.Fire(trigger);
        return cell.State;
    }

    private static Func<bool> Chosen(int outcome) => outcome == 0 ? FirstChosen : () => Cell.Outcome == outcome;

    private sealed class FireCell
    {
        public int State { get; set; }

        public ulong Missing { get; set; }

        public int Outcome { get; set; }
    }
}
