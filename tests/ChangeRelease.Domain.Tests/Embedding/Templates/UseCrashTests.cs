using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>A desk dies between two steps of a use; the next touch settles what it left, and no use is given twice (S-30).</summary>
public sealed class UseCrashTests(ITestOutputHelper output)
{
    private static readonly ChangeId One = new("CHG-1");
    private static readonly ChangeId Two = new("CHG-2");

    private readonly Firm _firm = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_use_that_nobody_took_up_expires_and_is_free_again()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: false);

        (await Told(Two)).Should().Be("change.template.used-up");
        _firm.Now += Firm.HoldStands - Duration.FromNanoseconds(1_000);
        (await Told(Two)).Should().Be("change.template.used-up");
        _firm.Now += Duration.FromNanoseconds(1_000);
        (await Told(Two)).Should().Be("accepted");
        (await Told(One)).Should().Be("change.template.used-up");
    }

    [Fact]
    public async Task Whoever_asks_again_keeps_the_use_that_the_crash_left()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: false);

        (await Told(One)).Should().Be("accepted");
        (await Told(Two)).Should().Be("change.template.used-up");
        (await Firm.Template(_store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
    }

    [Fact]
    public async Task A_use_that_was_taken_up_but_not_confirmed_is_confirmed_by_the_next_touch()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: true);
        (await Firm.Template(_store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeFalse();

        await _firm.Must(_store, One, new AnnotateChange("still there"), Firm.Rita);

        (await Firm.Template(_store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        _firm.Now += Duration.FromDays(1);
        (await Told(Two)).Should().Be("change.template.used-up");
    }

    [Fact]
    public async Task A_use_that_expired_unconfirmed_is_confirmed_late_if_nobody_took_it()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: true);
        _firm.Now += Duration.FromDays(1);

        await _firm.Must(_store, One, new ScheduleChange(World.Night(3)), Firm.Otto);

        (await Firm.Template(_store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        (await Told(Two)).Should().Be("change.template.used-up");
    }

    [Fact]
    public async Task A_use_that_expired_unconfirmed_and_was_taken_by_another_is_lost_and_the_change_falls_back()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: true);
        _firm.Now += Firm.HoldStands;
        (await Told(Two)).Should().Be("accepted");

        (await _firm.Told(_store, One, new ScheduleChange(World.Night(3)), Firm.Otto)).Should().Be("use-lost");
        (await _firm.Must(_store, One, new FallBackToNormal("its use was lost"), Firm.Rita)).Model.Id.Should().Be("normal");
        (await Firm.MostUsed(_store)).Should().Be(1);
    }

    [Fact]
    public async Task A_use_that_was_not_returned_is_returned_by_the_next_touch_even_after_the_template_is_no_longer_named()
    {
        await Opened(1);
        await _firm.Must(_store, One, new SubmitChange(), Firm.Rita);
        await _firm.Must(_store, new SuspendTemplate("why"), Firm.Rita);
        await Dies(One, new FallBackToNormal("suspended"), "change", isAfter: true);
        (await Firm.Template(_store)).Uses.Should().ContainSingle();

        await _firm.Must(_store, One, new AmendChange(Firm.Work with { Template = null }), Firm.Rita);

        (await Firm.Template(_store)).Uses.Should().BeEmpty();
    }

    [Fact]
    public async Task A_result_that_was_not_reported_is_reported_once_by_the_next_touch()
    {
        await Opened(1);
        await _firm.Must(_store, One, new SubmitChange(), Firm.Rita);
        await _firm.Start(_store, One);
        await _firm.Must(_store, One, new CompleteChange(), Firm.Otto);
        await _firm.Must(_store, One, new ReviewChange(ReviewOutcome.Failed, "bad"), Firm.Dan);
        await Dies(One, new CloseChange(), "change", isAfter: true);
        (await Firm.Template(_store)).InForce!.Spent.Should().Be(0);

        (await _firm.Told(_store, One, new AnnotateChange("over"), Firm.Rita)).Should().Be("lifecycle.transition.undefined");
        (await _firm.Told(_store, One, new AnnotateChange("over"), Firm.Rita)).Should().Be("lifecycle.transition.undefined");

        var version = (await Firm.Template(_store)).InForce!;
        (version.Spent, version.Latest.Single()).Should().Be((1, new TemplateResult(One, true, null)));
        (await Firm.Template(_store)).Uses.Should().BeEmpty();
    }

    [Fact]
    public async Task Asking_sees_what_doing_would_settle_first_and_writes_nothing()
    {
        await Opened(1);
        await Dies(One, new SubmitChange(), "change", isAfter: true);
        _firm.Now += Duration.FromDays(1);
        var records = await World.Records(_store, Firm.Stream);

        var asked = await _firm.Changes(_store).ExplainAsync(One, new ScheduleChange(World.Night(3)), Firm.Otto, new CommandId("asked"));

        asked.Refusals.Should().BeEmpty();
        (await World.Records(_store, Firm.Stream)).Should().Equal(records);
    }

    /// <summary>Wherever the connection breaks, the end is that of a submit that came through or of one that never was, once everybody was touched.</summary>
    [Fact]
    public async Task Wherever_a_submit_breaks_no_use_is_given_twice_and_none_is_lost_for_good()
    {
        await Opened(1);
        var beginning = await Snapshot.Of(_store, Firm.Stream, Firm.StreamOf(One), Firm.StreamOf(Two));
        var breaks = 0;
        for (var isOver = false; !isOver; breaks++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var (firm, store) = (new Firm(), await beginning.Restored());
                var faulty = new FaultyStore(store, breaks + 1, isAfter);
                try
                {
                    await firm.Changes(faulty).HandleAsync(One, new SubmitChange(), Firm.Rita, new CommandId("dies"));
                    isOver = true;
                }
                catch (IOException)
                {
                }

                firm.Now += Duration.FromHours(1);
                _ = await firm.Changes(store).HandleAsync(Two, new SubmitChange(), Firm.Rita, new CommandId("two"));
                _ = await firm.Changes(store).HandleAsync(One, new AnnotateChange("touched"), Firm.Rita, new CommandId("touch"));
                (await Firm.MostUsed(store)).Should().Be(1);
                (await Firm.Template(store)).Uses.Count(use => use.IsConfirmed).Should().Be(1);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{breaks} places to break"));
        breaks.Should().BeGreaterThan(6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_done_and_breaks_at_random_no_version_is_used_more_often_than_it_may_be(int most)
    {
        var (dice, breaks, used) = (new Random(most), 0, 0);
        for (var round = 0; round < 40; round++)
        {
            var (firm, store) = (new Firm(), new InMemoryEventStore());
            await firm.Publish(store, Firm.Content with { MaximumUses = most, Budget = new FailureBudget(9, 9, Grade.Critical) });
            ChangeId[] ids = [.. Enumerable.Range(1, 5).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}")))];
            foreach (var id in ids)
            {
                await firm.Open(store, id, "standard");
            }

            for (var step = 0; step < 40; step++)
            {
                firm.Now += Duration.FromMinutes(dice.Next(4));
                var desk = firm.Changes(dice.Next(3) == 0 ? new FaultyStore(store, dice.Next(1, 12), dice.Next(2) == 0) : store);
                try
                {
                    await desk.HandleAsync(ids[dice.Next(ids.Length)], Any(dice), Firm.Rita, firm.Next());
                }
                catch (IOException)
                {
                    breaks++;
                }
            }

            used = Math.Max(used, await Firm.MostUsed(store));
            (await Firm.MostUsed(store)).Should().BeLessThanOrEqualTo(most);
            await EverybodyIsTouched(firm, store, ids);
            await UsesAreThoseOfTheChanges(firm, store, ids);
        }

        output.WriteLine(FormattableString.Invariant($"{breaks} breaks in 1600 steps"));
        used.Should().Be(most);
        breaks.Should().BeGreaterThan(100);
    }

    private static ChangeCommand Any(Random dice) => dice.Next(10) switch
    {
        < 5 => new SubmitChange(),
        5 => new RejectChange("no"),
        6 or 7 => new ReviseChange(),
        8 => new AnnotateChange("looked"),
        _ => new HoldChange("wait"),
    };

    private static async Task EverybodyIsTouched(Firm firm, IEventStore store, ChangeId[] ids)
    {
        foreach (var id in ids)
        {
            await firm.Changes(store).HandleAsync(id, new AnnotateChange("touched"), Firm.Rita, firm.Next());
        }
    }

    private static async Task UsesAreThoseOfTheChanges(Firm firm, IEventStore store, ChangeId[] ids)
    {
        var confirmed = (await Firm.Template(store)).Uses.Where(use => use.IsConfirmed).Select(use => use.Change).ToList();
        confirmed.Should().OnlyHaveUniqueItems();
        foreach (var id in confirmed)
        {
            (await firm.Changes(store).FindAsync(id))!.Pin.Should().NotBeNull("only a submitted change has a use");
        }

        confirmed.Should().BeSubsetOf(ids);
    }

    private async Task Opened(int most)
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = most });
        await _firm.Open(_store, One);
        await _firm.Open(_store, Two);
    }

    private Task<string> Told(ChangeId id) => _firm.Told(_store, id, new SubmitChange(), Firm.Rita);

    private async Task Dies(ChangeId id, ChangeCommand command, string kind, bool isAfter)
    {
        var desk = _firm.Changes(new FaultyStore(_store, 1, isAfter) { Kind = kind });
        await FluentActions.Awaiting(() => desk.HandleAsync(id, command, Firm.Rita, new CommandId("dies")).AsTask()).Should().ThrowAsync<IOException>();
    }
}
