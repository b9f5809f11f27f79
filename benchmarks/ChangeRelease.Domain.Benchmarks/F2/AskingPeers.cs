using ChangeRelease.Domain.Benchmarks.F1;
using Stateless;

namespace ChangeRelease.Domain.Benchmarks.F2;

/// <summary>The same questions put to one machine of Stateless alone, its state outside.</summary>
/// <remarks>State and facts stand in plain fields, not in those of a thread: one of the questions is answered on another thread.</remarks>
internal static class AskingPeers
{
    private static readonly StateMachine<int, int> Machine = StatelessPeers.Make(() => _state, state => _state = state, () => _errand!);

    private static int _state;
    private static Errand? _errand;

    public static IEnumerable<int> PermittedAsync(int from, Errand errand)
    {
        (_state, _errand) = (from, errand);
        return Machine.GetPermittedTriggersAsync().GetAwaiter().GetResult();
    }

    public static IEnumerable<int> Permitted(int from, Errand errand)
    {
        (_state, _errand) = (from, errand);
#pragma warning disable CS0618 // It is measured because it is what one finds first.
        return Machine.PermittedTriggers;
#pragma warning restore CS0618
    }

    public static bool CanFire(int from, int trigger, Errand errand)
    {
        (_state, _errand) = (from, errand);
        return Machine.CanFire(trigger);
    }

    /// <summary>The descriptions of the guards that say no; null when there is no such trigger.</summary>
    public static ICollection<string>? WhyNot(int from, int trigger, Errand errand)
    {
        (_state, _errand) = (from, errand);
        return Machine.CanFire(trigger, out var unmet) ? [] : unmet;
    }
}
