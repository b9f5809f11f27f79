using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace VendorWorkflow;

/// <summary>Many changes in a store in memory, and the people who work on them.</summary>
internal sealed class Fleet(int changes) : IClock
{
    public static readonly Actor Rita = Person("rita");
    public static readonly Actor Asa = Person("asa");
    public static readonly Actor Dan = Person("dan");
    public static readonly Actor Olga = Person("olga");

    private static readonly Slot Quarter = new(Instant.FromUtc(2027, 1, 1, 0, 0), Instant.FromUtc(2027, 4, 1, 0, 0));

    private static readonly FactBook Facts = new()
    {
        Directory = new DirectorySnapshot("people-12", [new(new RoleId("assessor"), [Asa.Id]), new(new RoleId("process-owner"), [Olga.Id])]),
        Scheme = AssessmentScheme.Plain,
        Host = FactSet.None.With(DatabaseWords.Administrator, Dan.Id, "dan"),
    };

    private readonly Dictionary<ChangeId, int> _commands = [];

    /// <summary>The desk of today, which opens changes under the newest version it knows.</summary>
    public ChangeDesk Today => Desk(MigrationModels.Catalog);

    /// <summary>The desk of the day on which only the first version was known.</summary>
    public ChangeDesk Yesterday => Desk(new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, MigrationModels.First]));

    public int Size { get; } = changes;

    public IEnumerable<ChangeId> Names => Enumerable.Range(1, Size).Select(number => new ChangeId(FormattableString.Invariant($"DB-{number}")));

    private InMemoryEventStore Store { get; } = new();

    public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 24, 9, 0);

    /// <summary>Hands in a command under the next identity of its change; what a sample expects to be accepted must be.</summary>
    public async Task<ChangeRequest> DoAsync(ChangeDesk desk, ChangeId id, ChangeCommand command, Actor actor)
    {
        var outcome = await TryAsync(desk, id, command, actor);
        return outcome.IsAccepted ? outcome.Subject! : throw new InvalidOperationException($"{id}: {string.Join(" ", outcome.Refusals)}");
    }

    public async Task<Outcome<ChangeRequest, ChangeEvent>> TryAsync(ChangeDesk desk, ChangeId id, ChangeCommand command, Actor actor)
    {
        var number = _commands[id] = _commands.GetValueOrDefault(id) + 1;
        return await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"{id}/{number}")));
    }

    public static ChangeContent Content(ChangeId id) => new()
    {
        Title = $"Move the orders of {id}",
        Justification = "The old server retires",
        Services = [new ServiceId("orders")],
        Environments = [new EnvironmentId("production")],
        ImplementationPlan = ChangePlan.Of("Copy, switch, verify"),
        TestPlan = ChangePlan.Of("Compare the counts"),
        RemediationPlan = ChangePlan.Of("Restore last night's backup"),
        Effort = new Effort(Duration.Zero, Duration.FromHours(2), Duration.FromHours(1)),
        AcceptableTimes = [Quarter],
    };

    private ChangeDesk Desk(ChangeModelCatalog models) => new(Store, Facts, this, new DeskSettings(new TenantId("acme")) { ChangeModels = models });

    private static Actor Person(string name) => Actor.Human(new ActorId(name));
}
