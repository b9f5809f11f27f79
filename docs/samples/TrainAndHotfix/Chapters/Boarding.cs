using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace TrainAndHotfix.Chapters;

/// <summary>The train fills; at the cut-off whoever is not ready waits for the next one.</summary>
internal static class Boarding
{
    public static readonly LocalDateTime First = new(2026, 11, 3, 20, 0);
    public static readonly LocalDateTime Second = new(2026, 11, 10, 20, 0);
    public static readonly LocalDateTime Third = new(2026, 11, 17, 20, 0);

    public static async Task TellAsync(Teller teller)
    {
        var (early, late) = (Evening(3, 20), Evening(3, 22));
        teller.Begin("The train of Tuesday, November 3, fills");
        teller.At(-2, 10);
        await teller.YesAsync("schedules the checkout for the departure", Act.On(Cargo.Shop41, People.Otto, new ScheduleRelease(early)));
        await teller.YesAsync("puts its change aboard", Act.On(Cargo.Transfer, People.Otto, ScheduleChange.On(Cargo.Shop41)));
        await teller.NoAsync("schedules the search for the same time", Act.On(Cargo.Search42, People.Otto, new ScheduleRelease(early)));
        await teller.YesAsync("schedules the search right after it", Act.On(Cargo.Search42, People.Otto, new ScheduleRelease(late)));
        await teller.YesAsync("puts its change aboard", Act.On(Cargo.Typos, People.Otto, ScheduleChange.On(Cargo.Search42)));
        await teller.YesAsync("boards with the checkout", Act.On(Journey.Weekly, People.Ada, new BoardTrain(TrainPassenger.Of(Cargo.Shop41), First)));
        await teller.YesAsync("boards with the search", Act.On(Journey.Weekly, People.Ben, new BoardTrain(TrainPassenger.Of(Cargo.Search42), First)));
        await teller.YesAsync("ask for tidier coupons, and assess that", Cargo.Assessed(Cargo.Coupons, People.Ada, Cargo.Change("Tidy the coupons", Cargo.Checkout)));
        await teller.YesAsync("boards with the coupons, which nobody authorized yet", Act.On(Journey.Weekly, People.Ada, new BoardTrain(TrainPassenger.Of(Cargo.Coupons), First)));

        teller.Begin("Monday, November 2: the cut-off");
        teller.At(2, 12);
        teller.Look(People.Cleo, Journey.Weekly.Value, "looks who will be late", (await teller.Desks.Trains.ReadinessAsync(Journey.Weekly, First)).Select(one => $"{one.Passenger}: {one.NotReadyBecause ?? "ready"}"));
        await teller.NoAsync("closes boarding early", Act.On(Journey.Weekly, People.Cleo, new CloseBoarding(First)));

        teller.At(2, 20);
        await teller.NoAsync("boards with one more change, a moment too late", Act.On(Journey.Weekly, People.Ben, new BoardTrain(TrainPassenger.Of(Cargo.Latecomer), First)));
        await teller.YesAsync("closes boarding", Act.On(Journey.Weekly, People.Cleo, new CloseBoarding(First)));
        await ManifestsAsync(teller);
    }

    public static Slot Evening(int day, int hour) => new(Instant.FromUtc(2026, 11, day, hour, 0), Instant.FromUtc(2026, 11, day, hour, 0) + Duration.FromHours(2));

    /// <summary>Who is aboard what, and who was put off why.</summary>
    public static async Task ManifestsAsync(Teller teller)
    {
        await foreach (var record in teller.Desks.Trains.HistoryAsync(Journey.Weekly))
        {
            if (record.At == teller.Desks.Now && TrainJson.ReadEvent(record.Payload.Span) is PassengerDeferred deferred)
            {
                teller.See($"{deferred.Passenger} waits for {Clock.Day(deferred.To!.Nominal)}: {deferred.Reason}");
            }
        }

        var train = (await teller.Desks.Trains.FindAsync(Journey.Weekly))!;
        teller.See(train.Departures.Select(departure => $"{Clock.Day(departure.Time.Nominal)}, {departure.Stage}: {(departure.Manifest.Count == 0 ? "nobody" : string.Join(", ", departure.Manifest.Select(booking => booking.Passenger)))}"));
    }
}
