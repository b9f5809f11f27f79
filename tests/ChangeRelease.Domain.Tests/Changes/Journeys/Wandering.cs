namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>Journeys of one model, one after the other: usually the expected step, sometimes anything, sometimes bad facts.</summary>
internal sealed class Wandering(string model, string goal, int seed)
{
    private const int Longest = 60;
    private const int MostAbroad = 4;

    private readonly Chance _chance = new(seed);

    public Journal Journal { get; } = new(model);

    public int Journeys { get; private set; }

    /// <summary>How many journeys came to the goal.</summary>
    public int Arrived { get; private set; }

    public int Commands { get; private set; }

    /// <summary>Goes on until so many commands were given; the last journey is finished.</summary>
    public void Go(int commands)
    {
        while (Commands < commands)
        {
            var traveler = new Traveler(model);
            Arrived += Follow(traveler) ? 1 : 0;
            Journal.Finish(traveler, throughJson: Journeys % 100 == 0);
            Journeys++;
        }
    }

    private bool Follow(Traveler traveler)
    {
        var (reached, abroad) = (false, 0);
        for (var steps = 0; steps < Longest && abroad < MostAbroad && traveler.State is not ("Closed" or "Canceled"); steps++)
        {
            Journal.Watch(traveler, _chance.Step(traveler));
            reached |= traveler.State == goal && traveler.Change.Model.Id == model;
            abroad += traveler.Change.Model.Id == model ? 0 : 1;
            Commands++;
        }

        return reached;
    }
}
