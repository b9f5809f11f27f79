using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes;

/// <summary>Folding a history at once is folding it event by event, and what somebody has seen stays as it was (S-6).</summary>
public sealed class FoldTests
{
    private const int Notes = 1_000;
    private const int MostBytesOfNote = 120;

    [Fact]
    public async Task At_once_or_one_by_one_a_history_comes_to_the_same_and_every_step_of_it_stays_as_it_was()
    {
        var events = await LifeAsync();
        var (steps, texts) = (new List<ChangeRequest>(), new List<string>());
        ChangeRequest? change = null;
        foreach (var happened in events)
        {
            change = ChangeRequest.Fold(change, happened);
            steps.Add(change);
            texts.Add(change.ToString());
        }

        steps.Should().OnlyHaveUniqueItems();
        steps.Select(step => step.ToString()).Should().Equal(texts);
        for (var many = 1; many <= events.Count; many++)
        {
            ChangeRequest.Fold(events.Take(many)).Should().Be(steps[many - 1]);
            steps[many - 1].Version.Should().Be(many);
            steps[many - 1].Applied.Count.Should().Be(many);
        }

        steps[^1].Annotations.Should().Be(2);
    }

    [Fact]
    public async Task Two_futures_of_one_change_do_not_touch_each_other()
    {
        var events = await LifeAsync();
        var before = ChangeRequest.Fold(events.SkipLast(2))!;
        var text = before.ToString();
        var note = new ChangeAnnotated(events[^2].Header with { Stamp = new Stamp(events[^2].Header.Stamp.At, World.Ann, new CommandId("another")) }, "another");

        var (one, other) = (ChangeRequest.Fold(before, events[^2]), ChangeRequest.Fold(before, note));

        before.ToString().Should().Be(text);
        one.Applied.ContentOf(new CommandId("another")).Should().BeNull();
        other.Applied.ContentOf(events[^2].Header.Stamp.Command).Should().BeNull();
        other.Applied.Count.Should().Be(one.Applied.Count);
    }

    [Fact]
    public async Task A_long_history_of_notes_is_folded_without_a_copy_for_each()
    {
        var opened = (await LifeAsync())[0];
        ChangeEvent[] events = [opened, .. Enumerable.Range(0, Notes).Select(number => new ChangeAnnotated(
            opened.Header with { Stamp = new Stamp(opened.Header.Stamp.At, World.Ann, new CommandId(FormattableString.Invariant($"n{number}"))) }, "a note"))];
        ChangeRequest.Fold(events);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var change = ChangeRequest.Fold(events)!;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        change.Annotations.Should().Be(Notes);
        (bytes / Notes).Should().BeLessThan(MostBytesOfNote);
    }

    private static async Task<List<ChangeEvent>> LifeAsync()
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        await world.Bring(store, World.One, World.Bob, World.Cid);
        await world.Schedule(store, World.One, World.Night(0));
        var desk = world.Changes(store);
        await World.Must(desk, World.One, "move", new RescheduleChange(World.Night(1)), World.Otto);
        await World.Must(desk, World.One, "note", new AnnotateChange("on its way"), World.Ann);
        world.Now = World.Night(1).Start + Duration.FromMinutes(1);
        await World.Must(desk, World.One, "start", new StartChange(), World.Otto);
        await World.Must(desk, World.One, "complete", new CompleteChange(), World.Otto);
        await World.Must(desk, World.One, "again", new AnnotateChange("it works"), World.Ann);
        await World.Must(desk, World.One, "review", new ReviewChange(ReviewOutcome.Successful), World.Bob);
        return [.. (await World.Records(store, World.StreamOf(World.One))).Select(record => ChangeJson.ReadEvent(record.Payload.Span))];
    }
}
