namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The weights, by name. Matrices are stored by input row: <c>y = x·W + b</c>.</summary>
internal sealed class Network
{
    private readonly float[][] _tables;

    public Network(NetworkShape shape, float[][] tables)
    {
        Shape = shape;
        _tables = tables;
    }

    public NetworkShape Shape { get; }

    public float[][] Tables => _tables;

    public float[] WordTable => _tables[0];

    public float[] FeatureTable => _tables[1];

    public float[] GateWeights(int layer) => _tables[2 + (3 * layer)];

    public float[] GateBias(int layer) => _tables[3 + (3 * layer)];

    /// <summary>What the last state says to the gates: forget, pass (forwards), forget, pass (backwards).</summary>
    public float[] GatePeep(int layer) => _tables[4 + (3 * layer)];

    private int Top => 2 + (3 * Shape.Layers);

    public int Index(Part part) => Top + (int)part;

    public float[] this[Part part] => _tables[Top + (int)part];

    /// <summary>The tables above the recurrent layers, in order.</summary>
    public enum Part
    {
        TagWeights,
        TagBias,
        Projection,
        ProjectionBias,
        ArcWeights,
        ArcBias,
        RootHead,
        ArcDistance,
        RootLabel,
        LabelDistance,
        LabelWeights,
        LabelBias,
    }
}
