using System.Globalization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>Everything that the processes over one file said, one after the other.</summary>
/// <param name="first">Where each thread begins.</param>
internal sealed class Heard(IEnumerable<Place> first)
{
    private readonly Dictionary<(StreamId Stream, CommandId Command), HashSet<(long After, int Records)>> _tried = [];
    private readonly List<(StreamId Stream, CommandId Command, long Version)> _wrote = [];
    private readonly Dictionary<(StreamId Stream, CommandId Command), (long Version, int Times)> _did = [];
    private readonly List<string> _wrong = [];

    /// <summary>Where each thread was last.</summary>
    public Place[] At { get; } = [.. first];

    /// <summary>What was begun and not answered by the store, as far as it was heard; of the latest process only.</summary>
    public HashSet<(StreamId Stream, CommandId Command)> UnderWay { get; } = [];

    public IReadOnlyList<(StreamId Stream, CommandId Command, long Version)> Wrote => _wrote;

    public IEnumerable<(StreamId Stream, CommandId Command, long Version, int Times)> Did => _did.Select(did => (did.Key.Stream, did.Key.Command, did.Value.Version, did.Value.Times));

    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>How many commands were accepted, with what they did.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many commands were accepted as they had taken effect before.</summary>
    public int Known { get; private set; }

    /// <summary>How many of those that wrote had several records.</summary>
    public int Several => _wrote.Count(wrote => _tried[(wrote.Stream, wrote.Command)].Any(tried => tried.Records > 1));

    /// <summary>Whether an append of several records is about to begin.</summary>
    public static bool IsOfSeveral(string line) => line.StartsWith("tries", StringComparison.Ordinal) && !line.EndsWith("\t1", StringComparison.Ordinal);

    public bool IsTried(StreamId stream, CommandId command, long after, int records) =>
        _tried.TryGetValue((stream, command), out var tried) && tried.Contains((after, records));

    public void Hear(string line)
    {
        switch (line.Split('\t'))
        {
            case ["tries", var stream, var after, var command, var records]:
                Tried((StreamId.Parse(stream), new CommandId(command)), Number(after), (int)Number(records));
                break;
            case ["wrote", var stream, var version, var command]:
                UnderWay.Remove((StreamId.Parse(stream), new CommandId(command)));
                _wrote.Add((StreamId.Parse(stream), new CommandId(command), Number(version)));
                break;
            case ["left", var stream, var command]:
                UnderWay.Remove((StreamId.Parse(stream), new CommandId(command)));
                break;
            case ["did", _, _, _, "0"]:
                Known++;
                break;
            case ["did", var stream, var version, var command, _]:
                DidIt((StreamId.Parse(stream), new CommandId(command)), Number(version));
                break;
            case ["plays", var thread, var place]:
                At[Number(thread)] = Place.Parse(place);
                break;
            default:
                _wrong.Add(line);
                break;
        }
    }

    private void Tried((StreamId Stream, CommandId Command) what, long after, int records)
    {
        UnderWay.Add(what);
        if (!_tried.TryAdd(what, [(after, records)]))
        {
            _tried[what].Add((after, records));
        }
    }

    private void DidIt((StreamId Stream, CommandId Command) what, long version)
    {
        Accepted++;
        _did[what] = (version, _did.GetValueOrDefault(what).Times + 1);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
