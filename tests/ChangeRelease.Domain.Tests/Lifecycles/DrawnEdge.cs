using System.Text.RegularExpressions;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>An arrow as it was read back from a drawing: the names of its ends, and its lines as a reader sees them.</summary>
internal sealed partial record DrawnEdge(string From, string To, IReadOnlyList<string> Lines)
{
    /// <summary>One text for each trigger on an arrow of a plain drawing; the cases of selectors are left out.</summary>
    public IEnumerable<string> ToTexts() => Lines.Select(line => $"{From} on {Case().Replace(line, string.Empty)} to {To}");

    /// <summary>The same texts, told by the machine that decides: what Stateless says of itself.</summary>
    public static IEnumerable<string> Told<TAttempt>(Lifecycle<TAttempt> lifecycle)
    {
        var (arrivals, triggers) = (lifecycle.Arrivals, lifecycle.Description.Triggers);
        string Name(object state) => arrivals[(int)state] is { Exit: { } exit } away ? $"{away.Destination} in {exit.Id}" : $"{arrivals[(int)state].Destination}";

        return lifecycle.Machine.Info.States.SelectMany(state => state.FixedTransitions, (state, transition) =>
            $"{Name(state.UnderlyingState)} on {triggers[(int)transition.Trigger.UnderlyingTrigger].Trigger} to {Name(transition.DestinationState.UnderlyingState)}");
    }

    [GeneratedRegex(@" \[[^\[\]]*\]\z")]
    private static partial Regex Case();
}
