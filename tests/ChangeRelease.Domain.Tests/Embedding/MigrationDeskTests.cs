using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Rules;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Moving changes to another definition at a desk: asked first, then done (S-1, S-7, S-13).</summary>
public sealed class MigrationDeskTests
{
    private static readonly MigrateChange ToLater = new("normal", 2, "administrators check");

    [Fact]
    public async Task Many_are_asked_about_and_nothing_is_written_and_then_each_is_what_was_said()
    {
        var (store, world) = (new InMemoryEventStore(), new World());
        await world.Bring(store, World.One, World.Bob, World.Cid);
        await world.Schedule(store, World.One, World.Night(1));
        await world.Bring(store, World.Two);
        var (desk, none) = (Firm.Changes(store), new ChangeId("CHG-9"));
        var before = (await World.LedgerIn(store)).Bookings;
        var (asked, answers) = (new List<long>(), new List<(ChangeId Id, Outcome<ChangeRequest, ChangeEvent> Outcome)>());

        await foreach (var answer in desk.ExplainEachAsync([World.One, World.Two, none], ToLater, Migrating.Otto, new CommandId("dry"), new Told(asked)))
        {
            answers.Add(answer);
        }

        asked.Should().Equal(1, 2, 3);
        answers.Select(answer => (answer.Id, answer.Outcome.Events.SingleOrDefault()?.Header.Status.Name)).Should().Equal((World.One, "DbaReview"), (World.Two, "Authorizing"), (none, null));
        answers[2].Outcome.Refusals.Should().ContainSingle().Which.Code.Should().Be("change.request.missing");
        (await desk.FindAsync(World.One))!.Model.Version.Should().Be(1);
        (await World.LedgerIn(store)).Bookings.Should().Equal(before).And.ContainSingle();

        foreach (var (id, said) in answers.Take(2))
        {
            var outcome = await desk.HandleAsync(id, ToLater, Migrating.Otto, new CommandId("dry"));
            outcome.Events.Should().Equal(said.Events);
        }

        (await World.LedgerIn(store)).Bookings.Should().BeEmpty("the booking is released with the slots");
        (await desk.HandleAsync(World.One, ToLater, Migrating.Otto, new CommandId("dry"))).Should().BeEquivalentTo(new { IsAccepted = true, Events = Array.Empty<ChangeEvent>() });
        (await desk.HandleAsync(World.Two, ToLater, World.Ann, new CommandId("by-ann"))).Refusals.Select(refusal => refusal.Code)
            .Should().BeEquivalentTo("change.migration.already-there", "change.migration.map-missing", "change.migration.map-does-not-apply", "change.migration.begun-already", "change.migration.not-process-owner", "change.migration.contributed");
        (await World.AreIntact(store)).Should().BeTrue();
    }

    [Fact]
    public async Task Asking_about_many_ends_when_it_is_told_to()
    {
        var (store, world) = (new InMemoryEventStore(), new World());
        await world.Bring(store, World.One);
        using var source = new CancellationTokenSource();
        var asked = 0;

        await FluentActions.Awaiting(async () =>
        {
            await foreach (var _ in Firm.Changes(store).ExplainEachAsync(Enumerable.Repeat(World.One, int.MaxValue), ToLater, Migrating.Otto, new CommandId("dry"), cancellation: source.Token))
            {
                if (++asked == 3)
                {
                    await source.CancelAsync();
                }
            }
        }).Should().ThrowAsync<OperationCanceledException>();

        asked.Should().Be(3);
    }

    // The same firm, once it knows the later version.
    private static World Firm => new()
    {
        Models = Migrating.Catalog,
        FurtherRoles = [new Membership(ProcessOwnerNeeds<ChangeAttempt>.Role, [Migrating.Otto.Id])],
    };

    private sealed class Told(List<long> asked) : IProgress<long>
    {
        public void Report(long value) => asked.Add(value);
    }
}
