// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool_host.h"
#include "canvas/view/layout_job.h"
#include "model/layout/align.h"
#include "model/validation/problem.h"

#include <QAbstractScrollArea>

#include <functional>
#include <memory>
#include <optional>

class QContextMenuEvent;
class QDropEvent;
class QMimeData;

namespace jackfield {

class CanvasPicture;
class Document;
class Minimap;
class RemoteFlash;
class Tool;
class ViewportBars;
class ZoomBar;
struct DocumentChange;
struct GestureState;

/// Shows and edits the graph of one document. Gestures are tools (canvas/tools), painting is canvas/scene.
class CanvasView : public QAbstractScrollArea, public ToolHost
{
    Q_OBJECT

public:
    /// `document` outlives the view.
    explicit CanvasView(Document &document, QWidget *parent = nullptr);
    ~CanvasView() override;

    const Document &document() const override { return m_document; }
    const Scene &scene() const override { return m_scene; }

    const Theme &theme() const override { return m_theme; }
    void setTheme(const Theme &theme);
    void setMarks(MarkLayer layer, const Marks &marks); ///< all that is marked in that layer from now on
    void setProblems(const Problems &problems); ///< marks of both severities
    bool isAnimated() const { return m_animated; }
    void setAnimated(bool on); ///< starts as the desktop says
    /// Most nodes wait for the place that an automatic layout gives them: nothing is drawn until arranged().
    bool isArranging() const { return m_arranging; }

    Viewport viewportState() const override { return m_viewport; }
    void setViewportState(const Viewport &viewport) override;
    QPointF toScene(QPointF viewPoint) const override;
    QPointF toView(QPointF scenePoint) const override;
    QRectF shownArea() const override;
    void zoomBy(double factor, QPointF viewPoint); ///< the scene point under viewPoint stays
    void resetZoom(); ///< 100 %
    void fit(); ///< everything, 5 % margin
    void fitSelection();
    void centreOn(const NodeId &node);
    bool showsNodes() const; ///< whether any node is in the view
    void panBy(QPointF viewOffset) override;

    void updateOverlay(const QRectF &sceneArea) override;
    void setHover(const SceneHit &hit) override;
    void setGhost(const QSet<NodeId> &nodes, QPointF offset) override;
    void clearGhost() override;
    QPointF snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const override;
    std::optional<GraphDelta> perform(const GraphEdits &edits, const QString &label) override;
    void moveSelection(QPointF offset) override { nudge(offset); }
    void duplicateSelection();
    void duplicateSelection(QPointF offset) override { duplicate(offset); }
    void showMessage(const QString &message) override { emit messageShown(message); }
    QString nameOf(const NodeId &node) const override;
    void openQuickAdd(QPointF scenePoint, const std::optional<OpenWire> &wire = {}) override;
    void cancelGesture(); ///< as Escape does; leaves no trace
    double pointerReach() const override;

    const Selection &selection() const override { return m_selection; }
    void setSelection(Selection selection) override;
    void setCurrentNode(const NodeId &node) override;
    void selectAll(); ///< every node; edges go where their nodes go
    enum class Reach : quint8 { Upstream, Downstream, Both };
    void selectReachable(Reach reach); ///< adds what leads to the selected nodes, what follows them, or both

    /// Menu actions on the selection; each is one undo step. Errors go to messageShown().
    void removeSelection();
    void removeAndReconnect(); ///< one node; what was before it leads to what was after it
    void copySelection() const; ///< to the clipboard, as JSON text
    void cutSelection();
    void paste(); ///< from the clipboard, at the pointer or in the middle
    void addNode(const QByteArray &type, std::optional<QPointF> scenePoint = {}); ///< none = in the middle
    void tidyUp(); ///< lays the selection or everything out, off the GUI thread; one undo step
    void nudge(QPointF offset);
    void duplicate(QPointF offset); ///< the copies lie that far away
    void align(Alignment alignment);
    void distribute(Qt::Orientation direction);

    bool snapsToGrid() const { return m_snaps; }
    void setSnapsToGrid(bool on);

signals:
    void selectionChanged();
    void viewportChanged();
    void arranged();
    /// A sentence for the status bar: why a connection is not allowed, what a gesture would do. Empty clears it.
    void messageShown(const QString &message);
    /// The user wants the inspector's first field of this node (double click, Enter).
    void editRequested(const jackfield::NodeId &node);
    /// Right click, Menu key or long press; what is under it is selected by then. Global position.
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void follow(const DocumentChange &change); ///< document signal -> scene delta -> damage
    void damage(const SceneDamage &damage);
    void showMinimap(); ///< or not, when it would cover too much
    void viewportMoved(); ///< after every change of m_viewport
    void showArea(const QRectF &sceneArea); ///< as large as it fits, 5 % margin
    void showBars();
    QSize deviceSize() const;
    QPoint deviceOrigin() const; ///< device pixel of the scene, at the present scale, that is the view's top left
    void paintHint(QPainter &painter, const QString &text) const;
    QString emptyHint() const;
    bool zoomGesture(QEvent *event); ///< pinch and smart zoom; true when it was one

    // Input: canvas_view_input.cpp, canvas_view_keys.cpp, canvas_view_drop.cpp.
    void startInput(); ///< at the end of the constructor
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void showContextMenu(const QContextMenuEvent &event);
    void selectUnder(QPointF scenePoint);
    void startTool(std::unique_ptr<Tool> tool);
    void updateCursor();
    void scrollNearBorder();
    void focusTowards(QPoint direction);
    QPointF placeForNew() const; ///< the pointer when it is over the canvas, else the middle
    bool acceptsDrop(const QMimeData &mime) const;
    void drop(const QDropEvent &event);
    // Editing: canvas_view_editing.cpp, canvas_view_clipboard.cpp, canvas_view_arrange.cpp.
    void addWired(const QByteArray &type, QPointF scenePoint, const OpenWire &wire);
    void select(const QList<NodeId> &nodes);
    Json copied() const;
    void pasteText(const QByteArray &json, QPointF centre);
    QRectF boundsOf(const QList<NodeId> &nodes) const;
    QList<NodeId> selectedNodes() const; ///< in document order
    QList<NodeBox> selectedBoxes() const;
    void moveTo(const QList<MoveNodes::Place> &places, const QString &label);
    // Automatic layout: canvas_view_layout.cpp.
    void placeUnplaced(); ///< gives nodes without a position a provisional one
    void startLayout(
        qsizetype nodes, const LayoutJob::Work &work, std::function<void(const QHash<NodeId, QPointF> &)> apply);
    void cancelLayout();
    void setArranging(bool on);

    Document &m_document;
    Scene m_scene;
    Theme m_theme;
    Viewport m_viewport;
    Selection m_selection;
    bool m_snaps = true;
    bool m_animated = true;
    bool m_arranging = false;
    bool m_fitPending = true; ///< nobody has chosen a place yet: fit once the size is known
    std::unique_ptr<CanvasPicture> m_picture;
    RemoteFlash *m_flash = nullptr;
    Minimap *m_minimap = nullptr;
    ZoomBar *m_zoomBar = nullptr;
    ViewportBars *m_bars = nullptr;
    std::unique_ptr<GestureState> m_gesture; ///< of canvas_view_input.cpp
    std::unique_ptr<Tool> m_tool;
};

} // namespace jackfield
