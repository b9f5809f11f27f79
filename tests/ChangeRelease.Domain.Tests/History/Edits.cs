using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>What somebody does to a history who can write to the store: by dice, of every kind.</summary>
internal sealed class Edits(Random dice)
{
    private static readonly (string Kind, Action<Edits, List<EventRecord>> Do)[] Kinds =
    [
        ("drop", (edits, list) => list.RemoveAt(edits.Place(list))),
        ("swap", (edits, list) => edits.Swap(list)),
        ("duplicate", (edits, list) => edits.Duplicate(list)),
        ("truncate", (edits, list) => edits.Truncate(list)),
        ("drop a stream", (edits, list) => edits.DropStream(list)),
        ("insert, well linked", (edits, list) => edits.Insert(list)),
        ("change, hash left alone", (edits, list) => edits.Change(list)),
        ("change, with its hash", (edits, list) => edits.Forge(list)),
        ("rewrite the tail", (edits, list) => edits.RewriteTail(list, isShorter: false)),
        ("rewrite the tail without a record", (edits, list) => edits.RewriteTail(list, isShorter: true)),
        ("move between streams", (edits, list) => edits.Move(list, isForged: false)),
        ("move between streams, with its hash", (edits, list) => edits.Move(list, isForged: true)),
        ("pass a stream off as another", (edits, list) => edits.Disguise(list)),
    ];

    /// <summary>One edit.</summary>
    public (string Kind, List<EventRecord> Edited) Next(IReadOnlyList<EventRecord> records)
    {
        var (kind, edit) = Kinds[dice.Next(Kinds.Length)];
        List<EventRecord> edited = [.. records];
        edit(this, edited);
        return (kind, edited);
    }

    private int Place(List<EventRecord> list) => dice.Next(list.Count);

    private int[] PlacesOf(List<EventRecord> list, StreamId stream) => [.. Enumerable.Range(0, list.Count).Where(at => list[at].Stream == stream)];

    private void Duplicate(List<EventRecord> list) => list.Insert(dice.Next(list.Count + 1), list[Place(list)]);

    private void Swap(List<EventRecord> list)
    {
        var one = Place(list);
        var places = PlacesOf(list, list[one].Stream);
        var other = places[dice.Next(places.Length)];
        (list[one], list[other]) = (list[other], list[one]);
    }

    private void Truncate(List<EventRecord> list)
    {
        var places = PlacesOf(list, list[Place(list)].Stream);
        foreach (var at in places[dice.Next(places.Length)..].Reverse())
        {
            list.RemoveAt(at);
        }
    }

    private void DropStream(List<EventRecord> list)
    {
        var stream = list[Place(list)].Stream;
        list.RemoveAll(record => record.Stream == stream);
    }

    private void Insert(List<EventRecord> list)
    {
        var at = Place(list);
        list.Insert(at + 1, Archive.Again(list[at], list[at], payload: "{}"u8.ToArray()));
    }

    private void Change(List<EventRecord> list)
    {
        var at = Place(list);
        EventRecord[] flips = [.. BitFlips.Of(list[at], BitFlips.Fields.ElementAt(dice.Next(3, BitFlips.Fields.Count)))];
        list[at] = flips[dice.Next(flips.Length)];
    }

    private void Forge(List<EventRecord> list)
    {
        var at = Place(list);
        list[at] = (dice.Next(4) switch
        {
            0 => list[at].Tampered(actor: "mallory"),
            1 => list[at].Tampered(type: "approved"),
            2 => list[at].Tampered(at: list[at].At + NodaTime.Duration.FromMilliseconds(1)),
            _ => list[at].Tampered(payload: "{}"u8.ToArray()),
        }).Forged();
    }

    private void RewriteTail(List<EventRecord> list, bool isShorter)
    {
        var places = PlacesOf(list, list[Place(list)].Stream);
        var from = dice.Next(places.Length);
        var previous = from == 0 ? null : list[places[from - 1]];
        foreach (var at in places[(isShorter ? from + 1 : from)..])
        {
            list[at] = previous = Archive.Again(list[at], previous, payload: !isShorter && at == places[from] ? "{}"u8.ToArray() : null);
        }

        if (isShorter)
        {
            list.RemoveAt(places[from]);
        }
    }

    private void Move(List<EventRecord> list, bool isForged)
    {
        var (at, to) = (Place(list), list[Place(list)].Stream);
        var moved = list[at].Tampered(stream: to);
        list[at] = isForged ? Archive.Again(list[at], list.Take(at).LastOrDefault(record => record.Stream == to), to) : moved;
    }

    private void Disguise(List<EventRecord> list)
    {
        var (from, to) = (list[Place(list)].Stream, list[Place(list)].Stream);
        list.RemoveAll(record => record.Stream == to && from != to);
        EventRecord? previous = null;
        foreach (var at in PlacesOf(list, from))
        {
            list[at] = previous = Archive.Again(list[at], previous, to);
        }
    }
}
