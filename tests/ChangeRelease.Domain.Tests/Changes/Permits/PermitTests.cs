using System.Security.Cryptography;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>What a start issues.</summary>
public sealed class PermitTests
{
    private static readonly Trigger Go = new("Go");
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    [Fact]
    public async Task A_start_issues_one_permit_for_each_environment_on_the_record_it_was_decided_on()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);

        begun.Permits.Select(permit => permit.Environment).Should().Equal(Started.Production, Started.Staging);
        begun.Permits.Should().AllSatisfy(permit =>
        {
            permit.Change.Should().Be(World.One);
            permit.Version.Should().Be(begun.Records.Count - 1);
            permit.Head.Should().Be(begun.Records[^2].Hash);
            permit.Content.Should().Be(begun.Change.Digest);
            permit.NotBefore.Should().Be(Started.Start);
            permit.NotAfter.Should().Be(World.Night(0).End - Duration.FromMinutes(40), "work takes 30 minutes, and back-out 10");
        });
    }

    [Fact]
    public void Not_after_is_the_last_instant_at_which_the_change_could_have_been_started()
    {
        var traveler = new Traveler("standard").Go("Submit", "Authorize", "Schedule");
        Decision<ChangeEvent> At(Instant at) => traveler.Ask(traveler.Good("Start") is var move ? move with { Facts = move.Facts with { Stamp = new Stamp(at, Cast.Oscar, new CommandId("start")) } } : null!);
        var last = ((ChangeStarted)traveler.Ask(traveler.Good("Start")).Events.Single()).Permits.Single().NotAfter;

        ((ChangeStarted)At(last).Events.Single()).Permits.Single().Should().Match<Permit>(permit => permit.NotBefore == last && permit.NotAfter == last);
        At(last + Microsecond).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal("change.start.too-late");
    }

    [Theory]
    [InlineData(60, 60, 90, 1, 30)] // the last slot holds it all but half an hour
    [InlineData(60, 90, 90, 1, 0)] // the last slot holds exactly as much
    [InlineData(60, 60, 50, 1, 10)] // the last slot has time to spare
    [InlineData(30, 30, 50, 0, 10)]
    public void What_is_left_of_several_slots_counts_from_their_end(int first, int second, int needed, int slot, int minute)
    {
        var opening = Cast.Opening + Duration.FromHours(1);
        ValueList<Slot> slots = [new Slot(opening, opening + Duration.FromMinutes(first)), new Slot(opening + Duration.FromDays(1), opening + Duration.FromDays(1) + Duration.FromMinutes(second))];
        var content = Cast.Content with { Effort = new Effort(Duration.Zero, Duration.FromMinutes(needed - 5), Duration.FromMinutes(5)) };
        var traveler = new Traveler("standard", content).Go("Submit", "Authorize", "Schedule");
        var start = traveler.Good("Start");
        var change = traveler.Change with { Slots = slots };
        var facts = start.Facts with { Stamp = new Stamp(opening + ChangeModel.OrdinaryGuardBand, Cast.Oscar, new CommandId("start")), Bookings = Bookings.None with { Own = slots } };

        var permit = ((ChangeStarted)ChangeDecider.Decide(change, start.Command, facts).Events.Single()).Permits.Single();

        permit.NotAfter.Should().Be(Expected(slots, needed, slot, minute));
        LastByStepping(slots, Duration.FromMinutes(needed)).Should().Be(permit.NotAfter);
    }

    [Fact]
    public void An_emergency_from_now_on_may_go_on_until_only_the_back_out_fits()
    {
        var traveler = new Traveler("emergency").Go("Submit", "Authorize");
        var begun = traveler.Go("Start").Change;
        var broken = new Traveler("emergency").Go("BreakGlass").Change;

        begun.Permits.Single().Permit.Should().Match<Permit>(permit => permit.NotBefore == begun.StartedAt && permit.NotAfter == begun.StartedAt + Duration.FromMinutes(30));
        broken.Permits.Single().Permit.NotAfter.Should().Be(broken.Slots.Single().End - Duration.FromMinutes(20));
        var hasty = new Traveler("emergency", Cast.Content with { Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.Zero) }).Go("BreakGlass").Change;
        hasty.Permits.Single().Permit.NotAfter.Should().Be(hasty.Slots.Single().End - Microsecond, "the end of a slot is outside");
    }

    [Fact]
    public void A_trigger_of_the_host_s_that_begins_the_making_issues_permits_and_one_that_goes_on_issues_none()
    {
        var (warming, rolling, suspended) = (new State("Warming", Phase.Ready), new State("Rolling", Phase.Realization), new State("Suspended", Phase.Paused));
        var (back, again) = (new Trigger("Suspend"), new Trigger("Go on"));
        var model = ChangeModel.Define("rolling", 1, table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft).On(ChangeTriggers.Submit).GoTo(warming)
            .In(warming).On(Go).GoTo(rolling)
            .In(rolling).On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
            .SideDoor(back).From(rolling).GoTo(suspended)
            .SideDoor(again).From(suspended).GoTo(rolling)
            .EndsIn(ChangeStates.Closed));
        var change = new Traveler("normal").Change with { Model = model.Lifecycle.Reference, Status = warming };

        var begun = Do(model, change, new ActOnChange(Go), Cast.Facts.ChainHead, "1");
        begun.Permits.Should().ContainSingle().Which.Permit.Head.Should().Be(Cast.Facts.ChainHead);
        var resumed = Do(model, Do(model, begun, new ActOnChange(back), Cast.Facts.ChainHead, "2"), new ActOnChange(again), Cast.Facts.ChainHead, "3");
        resumed.Permits.Should().Equal(begun.Permits, "a permit is not extended");
        Do(model, change, new ActOnChange(Go), null, "1").Permits.Should().BeEmpty("nobody knows its history");
        Do(model, change with { Content = change.Content with { Effort = null } }, new ActOnChange(Go), Cast.Facts.ChainHead, "1").Permits.Should().BeEmpty("nobody knows how long it takes");
        var late = Do(model, change with { Slots = [new Slot(Cast.Opening - Duration.FromHours(3), Cast.Opening - Duration.FromHours(1))] }, new ActOnChange(Go), Cast.Facts.ChainHead, "1");
        late.Permits.Should().BeEmpty("its slot is over");
    }

    [Fact]
    public void Every_way_out_of_the_making_ends_what_was_permitted()
    {
        foreach (var way in new[] { "Complete", "BackOut" })
        {
            var left = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule", "Start", way).Change;

            left.Permits.Should().ContainSingle().Which.Should().Match<PermitStanding>(standing => standing.EndedAt == left.LastAt && standing.IsOver);
        }
    }

    [Fact]
    public async Task The_canonical_bytes_are_the_frames_that_the_remarks_lay_down()
    {
        var permit = (await Started.BeginAsync(World.One, World.Tenant)).Permit;
        byte[][] frames =
        [
            [.. "change-release.permit.v1"u8], [.. "CHG-1"u8], Number(permit.Version), Convert.FromHexString(permit.Content.Hex), [.. "production"u8],
            Number(permit.NotBefore.ToUnixTimeMilliseconds() * 1_000), Number(permit.NotAfter.ToUnixTimeMilliseconds() * 1_000), Convert.FromHexString(permit.Head.Hex),
        ];
        byte[] bytes = [.. frames.SelectMany(frame => (byte[])[0, 0, 0, (byte)frame.Length, .. frame])];

        permit.ToBytes().Should().Equal(bytes);
        permit.Digest.Hex.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        PermitFrames.Read(bytes).Should().Be(permit);
    }

    [Fact]
    public void No_permit_ends_before_it_begins_or_names_no_version()
    {
        Permit Made(long version, Instant from, Instant to) => new(World.One, version, Digest.Zero, Started.Production, from, to, Digest.Zero);

        FluentActions.Invoking(() => Made(0, Cast.Opening, Cast.Opening)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Made(1, Cast.Opening, Cast.Opening - Microsecond)).Should().Throw<ArgumentException>();
        Made(1, Cast.Opening + Duration.FromNanoseconds(999), Cast.Opening + Duration.FromNanoseconds(1)).Should().Be(Made(1, Cast.Opening, Cast.Opening));
    }

    private static Instant Expected(ValueList<Slot> slots, int needed, int slot, int minute) =>
        slots[slot].Length >= Duration.FromMinutes(needed) || slot == 0 ? slots[slot].Start + Duration.FromMinutes(minute) : slots[0].End - Duration.FromMinutes(minute);

    /// <summary>Tries every minute: the last one at which what is left holds what is needed.</summary>
    private static Instant LastByStepping(ValueList<Slot> slots, Duration needed)
    {
        var at = slots[^1].End;
        for (; Left(slots, at) < needed || !slots.Any(slot => slot.Contains(at)); at -= Duration.FromMinutes(1))
        {
        }

        return at;
    }

    private static Duration Left(ValueList<Slot> slots, Instant at) =>
        slots.Aggregate(Duration.Zero, (sum, slot) => sum + Duration.Max(Duration.Zero, slot.End - Instant.Max(at, slot.Start)));

    private static byte[] Number(long number) => [.. BitConverter.GetBytes(number).Reverse()];

    private static ChangeRequest Do(ChangeModel model, ChangeRequest change, ChangeCommand command, Digest? head, string id)
    {
        var facts = new ChangeFacts(new Stamp(Cast.Opening, Cast.Oscar, new CommandId(id)), new ChangeModelCatalog(model)) { ChainHead = head };
        var decision = ChangeDecider.Decide(change, command, facts);
        decision.Refusals.Should().BeEmpty();
        return decision.Events.Aggregate(change, ChangeRequest.Fold);
    }
}
