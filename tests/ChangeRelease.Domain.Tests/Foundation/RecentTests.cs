using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Foundation;

/// <summary>Names that come again are read without being made again, and whatever was read before, a text is read as what it is.</summary>
public sealed class RecentTests
{
    private static readonly Recent<ActorId> Actors = new(text => new ActorId(text), known => known.Value);

    [Theory]
    [InlineData("ann")]
    [InlineData("a")]
    [InlineData("exactly8")]
    [InlineData("a name of more than sixteen letters")]
    public void What_was_read_not_long_ago_is_the_same_instance(string name)
    {
        var first = Read(JsonSerializer.Serialize(name));

        first.Value.Should().Be(name);
        Read(JsonSerializer.Serialize(name)).Should().BeSameAs(first);
    }

    [Theory]
    [InlineData("\"\\u0061nn\"", "ann")]
    [InlineData("\"Zoë\"", "Zoë")]
    [InlineData("\"ANN\"", "ANN")]
    [InlineData("\"日本\"", "日本")]
    public void Whatever_its_spelling_a_text_is_read_as_what_it_is(string json, string name)
    {
        Read("\"ann\"");
        Read("\"Zoe\"");

        Read(json).Value.Should().Be(name);
        Read(json).Value.Should().Be(name);
    }

    [Fact]
    public void Very_long_names_are_read_too()
    {
        var name = new string('n', Identifier.MaximumLength);

        Read($"\"{name}\"").Value.Should().Be(name);
    }

    [Fact]
    public void Many_names_that_push_each_other_out_are_each_read_right()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var number = 0; number < 5_000; number++)
            {
                var name = FormattableString.Invariant($"actor-{number}");
                Read($"\"{name}\"").Value.Should().Be(name);
            }
        }
    }

    [Fact]
    public async Task Many_readers_at_once_read_right() => await Task.WhenAll(Enumerable.Range(0, 4).Select(reader => Task.Run(() =>
    {
        for (var number = 0; number < 20_000; number++)
        {
            var name = FormattableString.Invariant($"{(number * (reader + 1)) % 200}");
            Read($"\"{name}\"").Value.Should().Be(name);
        }
    })));

    [Theory]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[],"more":1}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D}""")]
    [InlineData("""{"stamp":X,"stamp":X,"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":null,"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":null}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[null]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[{"name":"a","value":"b","more":"c"}]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[{"name":"a","name":"a","value":"b"}]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[{"name":"a","value":null}]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[{"name":"a"}]}""")]
    [InlineData("""{"stamp":X,"status":S,"content":D,"command":D,"basis":[{"name":1,"value":"b"}]}""")]
    [InlineData("""{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"}},"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"c","command":"c"},"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"c","x":1},"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":" c"},"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"\ud800"},"status":S,"content":D,"command":D,"basis":[]}""")]
    [InlineData("""[]""")]
    [InlineData("\"header\"")]
    [InlineData("null")]
    public void A_header_that_lacks_something_has_it_twice_or_has_more_is_none(string header)
    {
        FluentActions.Invoking(() => ChangeJson.ReadEvent(Event(header))).Should().Throw<JsonException>();
    }

    [Fact]
    public void The_members_of_a_header_may_come_in_any_order()
    {
        var happened = ChangeJson.ReadEvent(Event("""{"basis":[{"value":"b","name":"a"}],"command":D,"content":D,"status":S,"stamp":{"command":"c","actor":{"person":"ann"},"at":"2026-11-02T09:00:00Z"}}"""));

        happened.Header.Should().Be(new EventHeader(
            new Stamp(Instant.FromUtc(2026, 11, 2, 9, 0), Actor.Human(new ActorId("ann")), new CommandId("c")), ChangeStates.Draft, Digest.Of("d"u8), Digest.Of("d"u8), [new Fact("a", "b")]));
    }

    private static byte[] Event(string header)
    {
        var filled = header
            .Replace(":D", $":\"{Digest.Of("d"u8)}\"", StringComparison.Ordinal)
            .Replace(":S", """:{"name":"Draft","phase":"Preparation","order":10}""", StringComparison.Ordinal)
            .Replace(":X", """:{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"c"}""", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes("""{"type":"change-annotated","text":"a note","header":""" + filled + "}");
    }

    private static ActorId Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Actors.Read(ref reader);
    }
}
