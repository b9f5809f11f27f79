using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>Plans at random: every part of a task is there or not.</summary>
internal sealed class PlannedWork(int seed)
{
    private static readonly string[] Names = ["drain", "stop", "copy", "switch", "caf\u00e9", "\u00fcben \"now\"", "\ud83d\ude80"];
    private static readonly ServiceId[] Services = [new("payments"), new("ledger"), new("mail")];

    private readonly Random _random = new(seed);

    public int Next(int bound) => _random.Next(bound);

    public ChangePlan Plan(int most = 6) => ChangePlan.Of(Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Task()));

    /// <summary>Tasks whose names differ.</summary>
    public ChangePlan Orderly(string prefix, int most = 5) =>
        ChangePlan.Of(Enumerable.Range(0, _random.Next(1, most + 1)).Select(at => Task(FormattableString.Invariant($"{prefix} {at}"))));

    private PlanTask Task(string? name = null) => new(name ?? Names[_random.Next(Names.Length)])
    {
        Owner = _random.Next(3) switch
        {
            0 => TaskOwner.Of(new ActorId("uma")),
            1 => TaskOwner.Of(new RoleId("dba")),
            _ => null,
        },
        Length = Maybe() ? Duration.FromMilliseconds(_random.Next(1, 2_000_000)) : null,
        IsPointOfNoReturn = _random.Next(4) == 0,
        Outages = Services.Where(_ => _random.Next(4) == 0).Select(service => new Outage(service, Duration.FromSeconds(_random.Next(1, 900)))).ToValueList(),
        Evidence = Maybe() ? "the log" : string.Empty,
    };

    private bool Maybe() => _random.Next(2) == 0;
}
