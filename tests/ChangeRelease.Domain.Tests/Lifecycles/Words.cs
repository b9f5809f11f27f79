using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>The few states and triggers that the tests of this room speak of.</summary>
internal static class Words
{
    public static State Draft { get; } = new("Draft", Phase.Preparation);

    public static State Checking { get; } = new("Checking", Phase.Authorization);

    public static State Running { get; } = new("Running", Phase.Realization);

    public static State Held { get; } = new("Held", Phase.Paused);

    public static State Closed { get; } = new("Closed", Phase.Ended);

    public static Trigger Submit { get; } = new("Submit");

    public static Trigger Start { get; } = new("Start");

    public static Trigger Hold { get; } = new("Hold");

    public static Trigger Resume { get; } = new("Resume");

    public static Trigger Annotate { get; } = new("Annotate");

    public static Trigger Close { get; } = new("Close");

    public static Lifecycle<Trial> Straight(string id = "straight", int version = 1) => Lifecycle.Define<Trial>(id, version, table => table
        .StartsIn(Draft)
        .In(Draft).On(Submit).GoTo(Checking)
        .In(Checking).On(Close).GoTo(Closed)
        .EndsIn(Closed));
}
