using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What releases depend on is looked up by the desk; what it cannot look up is not allowed (S-4, S-53).</summary>
public sealed class ReleaseDependencyDeskTests
{
    private static readonly EnvironmentId Production = new("production");
    private static readonly ReleaseId First = new("REL-0");

    [Fact]
    public async Task What_nobody_knows_goes_live_nowhere()
    {
        IFactSource silent = new Silent();
        var (hall, store) = await AtTheGate();

        (await silent.DependenciesAsync((await Release(store))!, default)).Should().BeNull("a source says nothing that its host did not say");
        (await Deploy(hall, store, null)).Should().Equal("release.dependency.unknown");
        (await Deploy(hall, store, KnownDependencies.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_release_is_kept_back_until_what_it_goes_live_after_is_live_and_nothing_is_written()
    {
        var (hall, store) = await AtTheGate();
        var before = (await World.Records(store, World.StreamOf(World.Train))).Count;

        (await Deploy(hall, store, Known(released: []))).Should().Equal("release.dependency.not-live");
        (await World.Records(store, World.StreamOf(World.Train))).Should().HaveCount(before);
        (await Deploy(hall, store, Known(released: [First]))).Should().BeEmpty();
        var started = ReleaseJson.ReadEvent((await World.Records(store, World.StreamOf(World.Train)))[^1].Payload.Span);
        started.Should().BeOfType<DeploymentStarted>().Which.Header.Basis.Should().Contain(new Fact("dependencies", "graph 7"));
    }

    private static KnownDependencies Known(ValueList<ReleaseId> released) => new(
        "graph 7",
        ReleaseDependencies.Of([new DependentRelease(World.Train, [new ServiceVersion(new ServiceId("payments"), SemanticVersion.Parse("2.4.0"))], [First]), new DependentRelease(First, [], [])], [], []),
        [new LiveVersions(Production, [], released)]);

    private static Hall.Gate Gate => Hall.Gates.Single(gate => gate.Name == "deploy a release");

    private static async Task<(Hall Hall, IEventStore Store)> AtTheGate()
    {
        var (hall, store) = (new Hall(), new InMemoryEventStore());
        await Gate.Way(hall, store);
        return (hall, store);
    }

    private static async Task<IEnumerable<string>> Deploy(Hall hall, IEventStore store, KnownDependencies? known) =>
        (await Gate.Pass(hall, store, Hall.Book with { Dependencies = known }, default)).Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private static async Task<Release?> Release(IEventStore store) =>
        Domain.Releases.Release.Fold((await World.Records(store, World.StreamOf(World.Train))).Select(record => ReleaseJson.ReadEvent(record.Payload.Span)));

    private sealed class Silent : IFactSource
    {
        public ValueTask<Domain.Calendars.ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => default;

        public ValueTask<Domain.Approvals.DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => default;

        public ValueTask<Domain.Approvals.ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => default;

        public ValueTask<Domain.Changes.TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) => default;

        public ValueTask<Domain.Changes.EmergencyTerms?> EmergencyTermsAsync(Domain.Changes.ChangeContent content, CancellationToken cancellation) => default;

        public ValueTask<Domain.Changes.KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) => default;
    }
}
