namespace ChangeRelease.Domain.Releases;

/// <summary>How a release goes out (S-52). Each has a shape that its plan must have, and says how many versions serve at once at most.</summary>
public enum RolloutStrategy
{
    /// <summary>Everyone at once: one stage with everything for each environment. One version serves.</summary>
    AllAtOnce,

    /// <summary>Ring after ring: at least two stages for each environment, rising to everything. Two versions serve on the way.</summary>
    Rings,

    /// <summary>A small part first, which is watched: the first stage of each environment takes more than nothing and less than everything, with a bake time or a gate. Two versions serve on the way.</summary>
    Canary,

    /// <summary>Deployed beside the other and then switched over: two stages for each environment, with nothing and with everything. One version serves.</summary>
    BlueGreen,

    /// <summary>Deployed to nobody, and released later: the first stage of each environment takes nothing, and later ones rise to everything. Two versions serve on the way.</summary>
    DarkLaunch,
}
