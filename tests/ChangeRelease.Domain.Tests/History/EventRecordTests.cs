using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

public sealed class EventRecordTests
{
    private static readonly Instant Afternoon = Instant.FromUtc(2026, 11, 2, 14, 0) + Duration.FromNanoseconds(123_456_000);

    private static EventRecord Opened => Record(payload: """{"title":"Überholung"}"""u8.ToArray());

    // The digits come from a program in another language that knows the documented framing only.
    [Fact]
    public void The_hash_is_what_anyone_computes_from_the_documented_framing()
    {
        var submitted = EventRecord.Create(
            Opened.Stream,
            2,
            Chains.Stamp("cmd-2", "eve", Afternoon + Duration.FromNanoseconds(1_000)),
            new CommandId("cmd-1"),
            "change-submitted",
            "{}"u8,
            Opened.Hash);

        Opened.Hash.Hex.Should().Be("f460db23dbb8eb4b22db1b54ca8ce46402409a817c7cbe9af99b2adc88740e5b");
        submitted.Hash.Hex.Should().Be("829d5f13bccda9a7333f22060ece8e181aeaa0b5a39d53db037adf1320cc2745");
    }

    [Fact]
    public void An_instant_before_1970_and_an_empty_payload_have_a_hash_too() =>
        Record(at: NodaConstants.UnixEpoch - Duration.FromNanoseconds(1_000)).Hash.Hex
            .Should().Be("11f0250705c778fb4fe875f290c9929948b1e80930e6f22cee75e5b251fd9ddc");

    [Fact]
    public void A_record_says_what_it_was_given()
    {
        Opened.Stream.Should().Be(Chains.Stream(key: "CHG-7/ä"));
        Opened.Version.Should().Be(1);
        Opened.At.Should().Be(Afternoon);
        Opened.Actor.Should().Be(new ActorId("dana"));
        Opened.Command.Should().Be(new CommandId("cmd-1"));
        Opened.Causation.Should().BeNull();
        Opened.Type.Should().Be("change-opened");
        Opened.Payload.ToArray().Should().Equal("""{"title":"Überholung"}"""u8.ToArray());
        Opened.PreviousHash.Should().Be(Digest.Zero);
        Opened.ToString().Should().Be("acme/change/CHG-7%2Fä@1 change-opened");
    }

    [Fact]
    public void The_actor_of_a_service_is_its_account()
    {
        var stamp = new Stamp(Afternoon, Actor.Service(new ActorId("deploy-bot"), new ActorId("dana")), new CommandId("cmd-1"));

        EventRecord.Create(Chains.Stream(), 1, stamp, null, "t", [], Digest.Zero).Actor.Should().Be(new ActorId("deploy-bot"));
    }

    [Fact]
    public void Records_are_equal_when_every_field_is()
    {
        Record(payload: [65]).Should().Be(Record(payload: [65]));
        Record(payload: [65]).GetHashCode().Should().Be(Record(payload: [65]).GetHashCode());
        Record(payload: [65]).Should().NotBe(Record(payload: [66]));
        Opened.Should().NotBe(Opened.Tampered(payload: [65]), "the payload counts even under the same hash");
        Opened.Should().NotBe(Opened.Tampered(hash: Digest.Zero), "the hash counts even with the same content");
    }

    [Fact]
    public void The_payload_is_a_copy_that_later_writes_do_not_reach()
    {
        byte[] given = [65, 66];
        var created = Record(payload: given);
        var restored = created.Tampered(payload: given);
        given[0] = 67;

        created.Payload.ToArray().Should().Equal(65, 66);
        restored.Payload.ToArray().Should().Equal(65, 66);
    }

    [Fact]
    public void A_restored_record_is_equal_to_the_one_that_was_created() => Opened.Tampered().Should().Be(Opened);

    [Fact]
    public void A_restored_record_keeps_a_stored_hash_that_is_wrong() => Opened.Tampered(hash: Digest.Zero).Hash.Should().Be(Digest.Zero);

    [Fact]
    public void An_instant_is_kept_in_whole_microseconds()
    {
        var finer = Afternoon + Duration.FromNanoseconds(999);

        Record(at: finer).At.Should().Be(Afternoon);
        Opened.Tampered(at: finer).Should().Be(Opened);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Versions_begin_at_one(long version) =>
        FluentActions.Invoking(() => Record(version: version)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void The_first_record_follows_nothing_and_every_other_follows_something()
    {
        FluentActions.Invoking(() => Record(previousHash: Opened.Hash)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Record(version: 2)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("change-opened ")]
    [InlineData("change\0opened")]
    public void A_type_is_written_like_an_identifier(string type) =>
        FluentActions.Invoking(() => Record(type: type)).Should().Throw<ArgumentException>().WithMessage("An event record's type may not*");

    // Not a row above: an attribute cannot hold half a pair.
    [Fact]
    public void A_type_is_not_half_a_surrogate_pair() => A_type_is_written_like_an_identifier("change-\uDC00");

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    public void A_payload_is_UTF8(byte only) => FluentActions.Invoking(() => Record(payload: [only])).Should().Throw<ArgumentException>();

    [Fact]
    public void Nothing_is_not_a_field()
    {
        var (stream, stamp, zero) = (Chains.Stream(), Chains.Stamp("c"), Digest.Zero);
        Action[] creations =
        [
            () => EventRecord.Create(null!, 1, stamp, null, "t", [], zero),
            () => EventRecord.Create(stream, 1, null!, null, "t", [], zero),
            () => EventRecord.Create(stream, 1, stamp, null, null!, [], zero),
            () => EventRecord.Create(stream, 1, stamp, null, "t", [], null!),
            () => EventRecord.Restore(null!, 1, stamp.At, stamp.Actor.Id, stamp.Command, null, "t", [], zero, zero),
            () => EventRecord.Restore(stream, 1, stamp.At, null!, stamp.Command, null, "t", [], zero, zero),
            () => EventRecord.Restore(stream, 1, stamp.At, stamp.Actor.Id, null!, null, "t", [], zero, zero),
            () => EventRecord.Restore(stream, 1, stamp.At, stamp.Actor.Id, stamp.Command, null, null!, [], zero, zero),
            () => EventRecord.Restore(stream, 1, stamp.At, stamp.Actor.Id, stamp.Command, null, "t", [], null!, zero),
            () => EventRecord.Restore(stream, 1, stamp.At, stamp.Actor.Id, stamp.Command, null, "t", [], zero, null!),
        ];

        creations.Should().AllSatisfy(creation => creation.Should().Throw<ArgumentNullException>());
    }

    private static EventRecord Record(
        long version = 1,
        Instant? at = null,
        string type = "change-opened",
        byte[]? payload = null,
        Digest? previousHash = null) => EventRecord.Create(
            Chains.Stream(key: "CHG-7/ä"),
            version,
            Chains.Stamp("cmd-1", at: at ?? Afternoon),
            causation: null,
            type,
            payload ?? [],
            previousHash ?? Digest.Zero);
}
