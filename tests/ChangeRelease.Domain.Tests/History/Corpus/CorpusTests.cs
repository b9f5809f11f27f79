using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.History.Corpus;

/// <summary>P19: what one version wrote, every later one reads. A corpus is written once, with <c>WRITE_CORPUS=v0.2</c> in the environment, and never again.</summary>
/// <remarks>Until its version is published it may be written anew: its folder and its line in <c>digests.txt</c> are deleted before. From then on a changed form needs an upcaster.</remarks>
public sealed class CorpusTests
{
    private const string CommandFile = "commands.txt";
    private const string FoldedFile = "folded.txt";

    private static readonly string Root = Path.Combine(Repository.Root, "tests/ChangeRelease.Domain.Tests/History/Corpus");

    // What was written stays as it was: for each version the digest of all its files, one after the other.
    private static readonly string DigestFile = Path.Combine(Root, "digests.txt");

    private static readonly List<KeyValuePair<string, string>> Versions =
        [.. File.ReadLines(DigestFile).Select(line => line.Split(' ')).Select(parts => KeyValuePair.Create(parts[0], parts[1]))];

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            Versions.ForEach(version => Array.ForEach(CorpusRooms.All, room => files.Add(version.Key, room.Name)));
            return files;
        }
    }

    public static TheoryData<string> Kept => [.. Versions.Select(version => version.Key)];

    private static string Newest => Versions[^1].Key;

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_corpus_is_what_it_was_when_it_was_written(string version) =>
        DigestOf(version).Should().Be(Versions.Single(known => known.Key == version).Value);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_was_written_is_verified_read_and_folded(string version, string name)
    {
        var room = CorpusRooms.All.Single(room => room.Name == name);
        var file = await File.ReadAllBytesAsync(Place(version, name));

        (await HistoryFile.VerifyAsync(new MemoryStream(file))).IsIntact.Should().BeTrue();
        (await FoldedAsync(room, file)).Should().NotBeEmpty().And.BeSubsetOf(await File.ReadAllLinesAsync(Path.Combine(Root, version, FoldedFile)));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Commands_that_were_written_are_read(string version) =>
        Commands(version).Should().NotBeEmpty().And.AllSatisfy(line => CorpusRooms.Commands.Single(family => family.Name == line.Family).Read(line.Command).Should().NotBeNull());

    [Fact]
    public void Every_type_of_event_is_in_the_newest_corpus() => CorpusRooms.All
        .SelectMany(room => room.Types.Except(Records(room.Name).Select(record => record.Type)).Select(type => $"{type} of {room.Name}"))
        .ShouldBeNone();

    [Fact]
    public void Every_type_of_command_is_in_the_newest_corpus() => CorpusRooms.Commands
        .SelectMany(family => CorpusRoom.Registered(family.Family).Except(Commands(Newest).Where(line => line.Family == family.Name).Select(line => TypeOf(line.Command))).Select(type => $"{type} of {family.Name}"))
        .ShouldBeNone();

    [Fact]
    public void Every_family_of_events_and_commands_has_its_place() => Library.Types
        .Where(type => type.IsAbstract && type.IsDefined(typeof(JsonPolymorphicAttribute), inherit: false) && type.Name.EndsWith("Event", StringComparison.Ordinal) | type.Name.EndsWith("Command", StringComparison.Ordinal))
        .Where(type => !CorpusRooms.All.Any(room => room.Types.SequenceEqual(CorpusRoom.Registered(type))) && CorpusRooms.Commands.All(family => family.Family != type))
        .Select(type => type.Name)
        .ShouldBeNone();

    // Not for ever: a later version may add a member. But not by accident.
    [Fact]
    public void What_is_written_today_is_written_as_in_the_newest_corpus() => CorpusRooms.All
        .SelectMany(room => Records(room.Name).Where(record => !room.Again(record).AsSpan().SequenceEqual(record.Payload.Span)).Select(record => record.ToString()))
        .ShouldBeNone();

    [Fact]
    public async Task A_new_corpus_is_written_when_it_is_asked_for()
    {
        if (Environment.GetEnvironmentVariable("WRITE_CORPUS") is not { Length: > 0 } version || Directory.Exists(Path.Combine(Root, version)))
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(Root, version));
        var folded = new List<string>();
        foreach (var room in CorpusRooms.All)
        {
            var file = FileTampering.Written(room.Written(), null);
            folded.AddRange(await FoldedAsync(room, file));
            await File.WriteAllBytesAsync(Place(version, room.Name), file);
        }

        await File.WriteAllTextAsync(Path.Combine(Root, version, FoldedFile), Lines(folded));
        await File.WriteAllTextAsync(Path.Combine(Root, version, CommandFile), Lines(
            CorpusRooms.Commands.SelectMany(family => family.Written.Select(command => $"{family.Name} {Encoding.UTF8.GetString(command)}"))));
        await File.AppendAllTextAsync(DigestFile, $"{version} {DigestOf(version)}\n");
    }

    private static string DigestOf(string version) =>
        Digest.Of([.. Directory.EnumerateFiles(Path.Combine(Root, version)).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)]).Hex;

    private static async Task<List<string>> FoldedAsync(CorpusRoom room, byte[] file)
    {
        var folded = new List<string>();
        foreach (var stream in HistoryFile.ReadAsync(new MemoryStream(file)).ToBlockingEnumerable().GroupBy(record => record.Stream))
        {
            folded.Add(await room.FoldedAsync([.. stream]));
        }

        return folded;
    }

    private static IEnumerable<EventRecord> Records(string name) => HistoryFile.ReadAsync(new MemoryStream(File.ReadAllBytes(Place(Newest, name)))).ToBlockingEnumerable();

    private static IEnumerable<(string Family, byte[] Command)> Commands(string version) => File.ReadLines(Path.Combine(Root, version, CommandFile))
        .Select(line => line.Split(' ', 2))
        .Select(parts => (parts[0], Encoding.UTF8.GetBytes(parts[1])));

    private static string TypeOf(byte[] command)
    {
        using var document = JsonDocument.Parse(command);
        return document.RootElement.GetProperty("type").GetString()!;
    }

    private static string Place(string version, string name) => Path.Combine(Root, version, $"{name}.jsonl");

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
