using System.Globalization;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using TrainAndHotfix.Chapters;

namespace TrainAndHotfix;

/// <summary>Three weeks in November, from the first build to the second train.</summary>
internal static class Journey
{
    public static readonly TrainId Weekly = new("weekly");

    public static async Task<Tale> GoAsync()
    {
        var teller = new Teller();
        await Building.TellAsync(teller);
        await Promoting.TellAsync(teller);
        await Boarding.TellAsync(teller);
        await Leaving.TellAsync(teller);
        await GoingBack.TellAsync(teller);
        await Frozen.TellAsync(teller);
        await Overtaking.TellAsync(teller);
        await Arriving.TellAsync(teller);
        return new Tale(teller.Chapters, await NotesBook.OfWhatLeftAsync(teller.Desks), await HistoryAsync(teller.Desks));
    }

    private static async Task<HistoryTold> HistoryAsync(Desks desks)
    {
        var records = new List<EventRecord>();
        await foreach (var record in desks.Trains.HistoryAsync(Weekly))
        {
            records.Add(record);
        }

        return new HistoryTold(records[0].Stream.ToString(), [.. records.Select(Line)], HashChain.Verify(records[0].Stream, records).IsIntact);
    }

    private static string Line(EventRecord record) =>
        $"{record.Version.ToString(CultureInfo.InvariantCulture),2}  {Clock.Iso(record.At)}  {record.Actor,-5} {record.Type}  {record.Hash.Abbreviated}";
}
